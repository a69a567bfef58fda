# Una persona en varios canales, varias personas en un teléfono.

command-link = Ser la misma persona aquí y en su teléfono
link-code = Envíe este SMS desde su teléfono al número de la ciudad en { $minutes } minutos: LINK { $code }
link-code-phone = Escriba esto al bot de la ciudad en Telegram en { $minutes } minutos: /link { $code }
link-done = Hecho: aquí y allí es usted una sola persona, con una sola historia. /unlink lo termina.
    .sms = Hecho: aquí y allí es usted una sola persona, con una sola historia. DESVINCULAR lo termina.
link-ended = Hecho: el teléfono ya no es suyo. Sus avisos siguen siendo suyos.
    .sms = Hecho: este teléfono empieza de nuevo. Los avisos quedan en la otra cuenta.
refused-link-code = Este código no sirve (o ya no). Pida otro con /link.
    .sms = Este código no sirve (o ya no). Pida otro con LINK.
refused-nothing-linked = Aquí no hay otra dirección vinculada.
unlink-which = Escriba /unlink y el número de un aviso: el teléfono de quien avisó quedará separado.
unlink-done = Hecho y registrado: el teléfono de quien avisó de { $number } empieza de nuevo.
profile-hello = Hola { $name }. Lo que escriba ahora es solo suyo. ¿Otra persona? Escriba: Soy, y el nombre.
profile-is-it = ¿{ $name } es su nombre? Si no, dígame qué pasa y dónde.
profile-it-is = Sí, soy yo
profile-anothers = Esa pregunta es para { $name }. Si es usted, escriba antes: Soy { $name }
profile-for = Para { $name }:
