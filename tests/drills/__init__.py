"""Long drills, run by hand; the tests run them in a short form."""
