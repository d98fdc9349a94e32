"""What Bowout is measured by, each figure beside the limit that it is held against."""
