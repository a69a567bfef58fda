# The number to call comes before anything else.

emergency = ⚠️ If someone is in danger, call now:
emergency-line = { $number } – { $what }
