# El personal dice de qué tratan los avisos que se entendieron con menos certeza.

command-confirm = Confirmar lo que yo dudaba
teach-which =
    ¿De qué servicio es el aviso { $number }?

    «{ $words }»
    📍 { $address }

    Figura en «{ $service }».
teach-another = Otro servicio
teach-skip = Saltar
teach-enough = Basta por ahora
teach-kept = Anotado: el aviso { $number } está bien en «{ $service }».
teach-moved = El aviso { $number } figura ahora en «{ $service }», con { $department }. Se informa al vecino.
teach-closed = Anotado: el aviso { $number } trataba de «{ $service }». Sigue cerrado.
teach-done = { $count ->
    [0] No se ha anotado nada.
    [one] Gracias. { $count } aviso queda anotado; lo tendré en cuenta la próxima vez que aprenda.
   *[other] Gracias. { $count } avisos quedan anotados; los tendré en cuenta la próxima vez que aprenda.
}
teach-nothing = Ningún aviso de los últimos 30 días espera confirmación.
