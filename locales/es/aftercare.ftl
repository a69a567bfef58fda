# Después del plazo y después del cierre: lo que dice el reloj, fechas nuevas, satisfacción.

notice-late =
    ⏰ El aviso { $number } ({ $service }) va con retraso. Lo prometimos para el { $due } y no está hecho.

    Sigue abierto, y { $department } lo ve como atrasado. En cuanto den una fecha nueva, se la diré.
    .sms = El aviso { $number } va con retraso: prometido para el { $due }, no está hecho. Sigue abierto. Le diré la fecha nueva.
notice-late-waiting = ⏰ El aviso { $number } ({ $service }) va con retraso. Lo prometimos para el { $due }, pero { $department } todavía espera su respuesta a una pregunta. Escríbala aquí mismo.
    .sms = El aviso { $number } va con retraso: prometido para el { $due }, pero { $department } espera su respuesta a una pregunta. Escríbala aquí.
notice-rescheduled = 📅 Aviso { $number }: { $department } lo promete ahora para el { $due }.
follow-late = Va con retraso: se prometió para el { $due }.

satisfaction-later = El aviso { $number } ({ $service }) se cerró hace una semana.
satisfaction = ¿Qué tan satisfecho está con la forma en que la ciudad se ocupó de ello? De 1, nada, a 5, del todo.
    .sms = ¿Qué tan satisfecho está? Responda de 1 (nada) a 5 (del todo).
satisfaction-thanks = Gracias. Si quiere, escriba en una frase por qué.
satisfaction-low = Lo siento. Si quiere, escriba en una frase qué debería haber salido mejor.
satisfaction-words-kept = Gracias, lo he guardado para la ciudad.

step-rescheduled = Fecha nueva
staff-new-date = ¿Para cuándo estará hecho el aviso { $number }? Escriba una fecha (2026-04-01), o en cuántos días o semanas (3 días, 2 semanas). El vecino lo sabrá enseguida.
unit-days = día dia días dias
unit-weeks = semana semanas
refused-date = Necesito un día entre hoy y dentro de un año: una fecha como 2026-04-01, o «3 días», o «2 semanas».
history-clock = Agora
history-late = avisó del retraso a quien dio el aviso
history-rescheduled = lo prometió para el { $due }
history-settled-softly = lo dio por resuelto, nadie se opuso

staff-due = { $count ->
    [0] Hoy ya no vence nada.
    [one] { $count } aviso vence hoy:
   *[other] { $count } avisos vencen hoy, los más próximos primero:
}
staff-overdue = { $count ->
    [0] Nada va con retraso.
    [one] { $count } aviso va con retraso:
   *[other] { $count } avisos van con retraso, los más antiguos primero:
}
staff-overdue-line = ⏰ { $line }, prometido para el { $due }
