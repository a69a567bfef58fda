# Un problema, muchas personas: unirse a un aviso que ya existe, seguir uno por su número.

join-which = { $count ->
    [one] Quizá ya lo conocemos. ¿Es este?
   *[other] Quizá ya lo conocemos. ¿Es uno de estos?
}
join-own = Usted ya avisó de algo muy parecido. ¿Es lo mismo?
join-joined-before = Usted ya se unió a un aviso muy parecido. ¿Es lo mismo?
join-what = { $number } · { $service }
join-where = 📍 { $place }
join-where-away = 📍 { $place } (a unos { $metres } m)
join-since = Avisado el { $date } – { $state }
join-others = { $count ->
    [one] 👥 { $count } persona más tiene este problema
   *[other] 👥 { $count } personas más tienen este problema
}
join-yes = Sí, yo también
join-yes-number = Sí, { $number }
join-no = No, es otro
join-add = Añadir algo
join-another = Es otra cosa
join-gone = El aviso { $number } se cerró mientras tanto, así que enviemos el suyo.
join-added = Gracias, lo he añadido a su aviso { $number }.
joined = 🤝 Gracias. Ya son { $count } en el aviso { $number }. Tendrá noticias nuestras antes del { $due }, y en cada paso hasta entonces.
    .sms = Gracias. Se ha unido al aviso { $number }. Respuesta antes del { $due }.
join-photo = Una foto de cómo está hoy ayuda al equipo: envíela sin más.
    .sms = { "" }
join-no-photo = Sin foto
join-photo-kept = Gracias, su foto ya está en el aviso { $number }.
join-without-photo = De acuerdo. Sabrá de cada paso del aviso { $number }.

follow = Seguir
follow-no-more = Dejar de seguir
follow-begun = 🔔 Sabrá de cada paso del aviso { $number }.
follow-already = Usted ya recibe cada paso del aviso { $number }.
follow-ended = No recibirá nada más del aviso { $number }.
follow-never = Usted no sigue el aviso { $number }.
follow-own = El aviso { $number } es suyo: sabrá qué pasa con él.
mine-followed = También sigue:

notice-closed-followed = 🏁 El aviso { $number } ({ $service }), que usted sigue, está cerrado: { $why }
notice-question-joined =
    ❓ { $department } pregunta sobre el aviso { $number }, al que usted se unió:

    «{ $words }»

    Escriba aquí su respuesta.
notice-reopened = 🔁 El aviso { $number } está abierto otra vez: alguien dice que no está arreglado. Respuesta prometida a más tardar el { $due }.

staff-card-joined = { $count ->
    [one] 👥 { $count } residente más tiene el mismo problema
   *[other] 👥 { $count } residentes más tienen el mismo problema
}
staff-card-said = { $at } · { $who }: «{ $words }»
staff-headline-joined = Algo nuevo en un aviso
staff-headline-reopened-joined = Impugnado: un residente que se unió dice que no está arreglado
history-joined = el mismo problema
history-joiner = residente que se unió
