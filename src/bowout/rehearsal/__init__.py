"""Plays a scenario, written as TOML, through the core: what would the guards say, what happens next?"""
