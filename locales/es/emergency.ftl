# El número al que llamar va antes que todo lo demás.

emergency = ⚠️ Si alguien está en peligro, llame ahora:
emergency-line = { $number } – { $what }
