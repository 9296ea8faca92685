"""A Form as a file to fill in, in Word or Excel."""
