# Varios asuntos en un mensaje.

matter = { $position }. { $service }
matter-in-words = { $position }. «{ $words }»
place-same = En el mismo lugar: { $place }
card-check-all = { $count ->
    [2] Menciona dos cosas. ¿Envío las dos?
   *[other] Menciona { $count } cosas. ¿Las envío todas?
}
card-joins = 🤝 Se suma al aviso { $number }.
change-one = Cambiar { $position }
send-all = { $count ->
    [2] Enviar los dos
   *[other] Enviar los { $count }
}
change-leave-out = No enviar este
which-matter = ¿A cuál se refiere?
which-none = A ninguno
report-saved-all = ✅ Gracias. Tendrá noticias nuestras en cada paso:
joined-line = { $number } · 🤝 ahora lo tienen { $count } – respuesta a más tardar el { $due }
report-saved-line = { $number } · { $service } – respuesta a más tardar el { $due }
    .sms = { $number } { $service }, a más tardar el { $due }
report-place-of = Sobre el aviso { $number }:
