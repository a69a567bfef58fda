# De las primeras palabras a un número.

human-what = Una persona del ayuntamiento lo leerá y le responderá aquí. ¿De qué se trata?
report-what = ¿Qué pasa, y dónde?
report-what-with-photo = Gracias por la foto. ¿Qué muestra, y dónde es?
report-words-please = Dígame en pocas palabras qué pasa, por favor.
words-cut = Su mensaje es muy largo. Guardo los primeros { $limit } caracteres.

service-which = ¿De qué se trata?
service-which-of-all = ¿Cuál encaja mejor?
service-unclear = Con estas palabras no sé de qué se trata. ¿Cuál encaja mejor?
service-not-understood = No he encontrado un servicio de la ciudad que corresponda.
something-else = Otra cosa

attribute = { $question }
attribute-number = Un número, por favor.

place-where = ¿Dónde es? Escriba la dirección o una esquina, comparta su ubicación o envíe una foto que lo muestre.
    .sms = ¿Dónde es? Escriba la dirección o una esquina.
place-noted = 📍 { $place }: anotado.
place-later = El lugar viene enseguida.
place-which = ¿A qué lugar se refiere?
place-where-on-street = ¿En qué parte de { $street }? Un número, una calle que la cruce o su ubicación ayuda a la cuadrilla a encontrarlo.
    .sms = ¿En qué parte de { $street }? Escriba un número o una calle que la cruce.
place-street-only = Solo { $street }
place-on-street = { $street }
place-photo-shows = La foto muestra dónde
place-photo-kept = Gracias, guardo la foto.
place-not-understood = No he encontrado «{ $words }» en la ciudad.
place-unknown-street = No conozco ninguna calle «{ $words }» en la ciudad.
place-outside = Eso queda fuera de la ciudad, adonde no podemos enviar a nadie. ¿En qué lugar de la ciudad es?
place-pin = cerca de { $address }
place-in-photo = véase la foto
place-pin-nameless = en la ubicación compartida
place-named = { $address }
place-not-given = lugar sin indicar
somewhere-else = En otro sitio

card-check = ¿Envío esto?
    .sms = ¿Envío esto?
card-what = 🏛 { $service }
card-where = 📍 { $place }
card-words = «{ $words }»
    .sms = { "" }
card-photos = { $count ->
    [one] 📷 { $count } foto
   *[other] 📷 { $count } fotos
}
card-promise = { $department } se ocupa. Respuesta prometida a más tardar el { $due }.
    .sms = Respuesta a más tardar el { $due }.
send = Enviar
change = Cambiar
cancel = Cancelar
change-which = ¿Qué cambio?
change-what = De qué se trata
change-where = Dónde es
change-words = La descripción
change-nothing = Nada, volver

report-saved = ✅ Gracias. Es el aviso { $number }. Tendrá noticias nuestras a más tardar el { $due }, y en cada paso antes de eso.
    .sms = Gracias. Aviso { $number } guardado. Respuesta a más tardar el { $due }.
report-saved-urgent = 🚨 Lo he guardado como aviso urgente { $number } y he avisado al personal de la ciudad. No nos espere: llame al número de arriba si alguien está en peligro.
    .sms = Guardado como aviso urgente { $number }; el personal está avisado. No nos espere: llame al número de arriba si alguien está en peligro.
report-placed = Gracias, el lugar ya figura en el aviso { $number }.
report-next = { $count ->
    [one] Y ahora, lo otro que mencionó:
   *[other] Y ahora, lo demás que mencionó:
}
