"""Every file of a folder of odd files, tried on the gate and the readers."""
