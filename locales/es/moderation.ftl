# Spam y abusos: se marcan con un motivo, se ocultan, se cuentan; bloqueos y su fin.

flag-what = ¿De qué se trata, en el aviso { $number }?
flag-the-report = El aviso mismo
flag-as = ¿Cómo se marca? Es sobre el aviso { $number }.
flag-spam = Spam
flag-abuse = Abuso
flag-why = ¿Por qué? En una frase. El aviso se cierra y se oculta, a quien avisó se le dice su motivo, y queda en el registro.
flag-why-message = ¿Por qué? En una frase. El mensaje se oculta en la ficha, y su motivo queda en el registro.
flag-done = El aviso { $number } está cerrado y oculto.
flag-done-message = El mensaje sobre el aviso { $number } está oculto.
flag-counts = Hasta ahora, de esta persona: { $spam } marcados como spam, { $abuse } como abuso.
flag-block = ¿Dejar de escuchar a esta persona un tiempo? Las emergencias pasan siempre.
flag-no-block = Seguir escuchando
flag-heard = A esta persona se la sigue escuchando. El aviso { $number } queda marcado.
flag-objection = ¿Qué debe saber la ciudad del aviso { $number }? Escriba una frase, y alguien distinto de quien lo marcó lo mira de nuevo.
flag-mistake = Es un error
words-hidden = oculto: { $kind }
notice-flagged = El aviso { $number } no se admite. Para el personal de la ciudad es: { $kind }. El motivo: «{ $words }»
blocks = { $count ->
    [0] No hay nadie bloqueado.
    [one] No se escucha ahora a { $count } persona, salvo en emergencias:
   *[other] No se escucha ahora a { $count } personas, salvo en emergencias:
}
blocks-line = Quien envió el aviso { $number }, hasta el { $until }, por { $who }: «{ $reason }»
blocks-lift = Levantar { $number }
command-blocks = Quién está bloqueado, hasta cuándo
refused-has-duplicates = Otros avisos se unieron con el { $number }. Sepárelos primero: quienes los enviaron no han hecho nada malo.
