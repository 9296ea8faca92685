"""What we promise of speed and memory, measured as ratios in one run: ``make bench``."""
