"""What people fill in. Every form starts from ``base.Form``, which gives the fields their look."""
