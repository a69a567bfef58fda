"""The front desk: the channels people use, the conversations they have."""
