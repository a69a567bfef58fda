# El número al que llamar va antes que todo lo demás.

emergency = ⚠️ Si alguien está en peligro, llame ahora:
emergency-helped = Menos mal que ha llegado la ayuda. El personal de la ciudad lo ve con el aviso { $number }.
emergency-line = { $number } – { $what }
