"""What staff do at their desk: look over, take, order, answer for."""
