# The number to call comes before anything else.

emergency = ⚠️ If someone is in danger, call now:
emergency-helped = Good that help is there. The city's staff see it with report { $number }.
emergency-line = { $number } – { $what }
