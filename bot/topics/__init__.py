"""What one can talk about with the city, one file each."""
