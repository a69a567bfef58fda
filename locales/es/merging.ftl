# Duplicados unidos en un aviso, y separados de nuevo; lo que va a una segunda persona; fotos del resultado.

state-merged = se trata junto con el aviso { $number }
state-hidden = no admitido
history-merged = lo unió con { $number }
history-absorbed = unió { $number } con él
history-split = lo separó de nuevo
history-released = se separó { $number }
history-flagged = lo marcó: { $kind }
history-pictured = añadió una foto
step-split = Separar
step-pictured = Añadir foto
more-merge = Unir con …
more-flag = Spam o abuso
merge-which = ¿Con qué aviso se une el { $number }? Elija, o escriba su número.
merge-into = Con el { $number }
order-merge = ¿Unir el aviso { $number } con el { $other }? Quienes siguen el { $number } seguirán el { $other }.
order-split = ¿Separar el aviso { $number } del { $other }? Vuelve con quienes lo seguían.
order-set = Se tratan junto con él: { $numbers }.
order-reach = { $count ->
    [one] Se informará a { $count } persona.
   *[other] Se informará a { $count } personas.
}
order-photos = { $count ->
    [one] 📷 Lo acompaña { $count } foto.
   *[other] 📷 Lo acompañan { $count } fotos.
}
staff-photo-send = Envíe la foto del aviso { $number }. La verán quien avisó y todos los que lo siguen.
staff-note-photos = 📷 La foto lo acompaña. ¿Una frase para quien avisó sobre el aviso { $number }? Escríbala, o cierre sin ella.

notice-merged = 🤝 Su aviso { $number } trata de lo mismo que el aviso { $other }, así que la ciudad los trata juntos. El suyo no se pierde: sabrá de cada paso del { $other }.
    .sms = Su aviso { $number } se trata junto con el { $other }, que es lo mismo. Sabrá de cada paso.
notice-merged-followed = 🤝 El aviso { $number }, que usted sigue, se trata ahora junto con el { $other }. Sabrá de cada paso del { $other }.
notice-split = El aviso { $number } se trata de nuevo por separado. Respuesta prometida a más tardar el { $due }.
notice-closed-merged = 🏁 El aviso { $number } ({ $service }), con el que se trata su aviso { $own }, está cerrado: { $why }
notice-pictured = 📷 { $department } muestra lo que se hizo en el aviso { $number }.
    .sms = Aviso { $number }: { $department } tiene una foto de lo que se hizo. Un SMS no puede mostrarla.
merged-different = Es otra cosa
merged-what = ¿En qué es distinto? Escriba una frase o envíe una foto, y el aviso { $number } se trata de nuevo por separado.
    .sms = ¿En qué es distinto? Escriba una frase, y el aviso { $number } se trata de nuevo por separado.

history-reopened-merged = es otra cosa
history-reopened-hidden = no es ni spam ni abuso
staff-headline-reopened-merged = Impugnado: alguien dice que es otra cosa
staff-headline-reopened-hidden = Impugnado: quien avisó dice que no es ni spam ni abuso
staff-headline-given = Le toca verlo a usted, porque lo cerró { $closer }.
staff-headline-judging = Véalo, o déselo a alguien: lo cerró { $closer }.
contest-promise = Respuesta prometida a más tardar el { $due }.

refused-merged-into-itself = Un aviso no se puede unir consigo mismo: el { $number } es el mismo.
refused-merged-into-private = El aviso { $number } es privado: solo quien lo envió sabe de él, así que no se le puede unir otro.
refused-merged-already = El aviso { $number } ya está unido: se trata junto con el { $into }.
refused-closed-already = El aviso { $number } está cerrado. Solo se unen avisos abiertos.
refused-not-merged = El aviso { $number } no está unido con ningún otro: no hay nada que separar.
