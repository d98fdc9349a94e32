"""What Bowout promises.

core, rehearsal and connectors need no database; shell needs Django, browser a Chromium, live real servers.
"""
