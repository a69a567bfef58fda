# Votaciones: la papeleta en la conversación, el recibo, el resultado y sus razones.

vote-which = ¿Sobre qué quiere votar?
vote-head =
    🗳 { $name } – { $heading }
    { $count ->
        [one] { $count } proyecto. La votación termina el { $closes }.
       *[other] { $count } proyectos. La votación termina el { $closes }.
    }
vote-money = Hay { $money } para gastar.
vote-how-one = Elija uno.
vote-how-approval = { $least ->
    [0] Elija hasta { $most }: escriba sus números, por ejemplo «12 17». Un número solo muestra el proyecto, una palabra busca.
    [1] Elija hasta { $most }: escriba sus números, por ejemplo «12 17». Un número solo muestra el proyecto, una palabra busca.
   *[other] Elija de { $least } a { $most }: escriba sus números, por ejemplo «12 17». Un número solo muestra el proyecto, una palabra busca.
}
    .sms = Elija hasta { $most }. Escriba VOTO y sus números, por ejemplo VOTO 12 17.
vote-how-knapsack = Haga su propio presupuesto de { $money }: escriba los números de los proyectos, por ejemplo «12 17». Un número solo muestra el proyecto, una palabra busca.
    .sms = Haga su presupuesto de { $money }: VOTAR y números, como VOTAR 12 17.
vote-how-ranking = Ordene hasta { $most }, el mejor primero: escriba sus números en su orden, por ejemplo «17 12». Un número solo muestra el proyecto.
    .sms = Ordene hasta { $most }, el mejor primero, como VOTAR 17 12.
vote-how-points = Tiene { $total } puntos: repártalos así, «12=3 17=2». Un número solo muestra el proyecto.
    .sms = Tiene { $total } puntos, como VOTAR 12=3 17=2.
vote-how-grades = Califique cuantos proyectos quiera de 0 a { $most }, así: «12=5 17=2». Un número solo muestra el proyecto.
    .sms = Califique de 0 a { $most }, como VOTAR 12=5 17=2.
vote-cost = – { $cost }
vote-line = { $number } · { $name } { $cost }
vote-line-chosen = ✅ { $number } · { $name } { $cost }
vote-line-ranked = { $place }. → { $number } · { $name } { $cost }
    .sms = { $place }. { $number } · { $name } { $cost }
vote-line-points = ✅ { $number } · { $name } { $cost }: { $points }
vote-basket-empty = Su papeleta está vacía.
vote-basket = Su papeleta: { $count ->
    [one] { $count } proyecto
   *[other] { $count } proyectos
}.
vote-basket-left = Su papeleta: { $count ->
    [one] { $count } proyecto
   *[other] { $count } proyectos
}, quedan { $left }.
vote-basket-over = Su papeleta: { $count ->
    [one] { $count } proyecto
   *[other] { $count } proyectos
}, { $over } de más.
vote-basket-points = Su papeleta: { $count ->
    [one] { $count } proyecto
   *[other] { $count } proyectos
}, quedan { $left } puntos.
vote-nothing-found = Ningún proyecto contiene «{ $words }».
vote-more = { $rest } más
vote-all = Todos los proyectos
vote-surprise = Sorpréndame
vote-mine = Mi papeleta
vote-done = Listo
vote-back = Volver a la lista
vote-put-in = Elegirlo
vote-take-out = Quitarlo
vote-place = 📍 { $place }
vote-description = { $words }
vote-grade-5 = Excelente
vote-grade-4 = Muy bueno
vote-grade-3 = Bueno
vote-grade-2 = Regular
vote-grade-1 = Malo
vote-grade-0 = A rechazar
vote-over = Serían { $over } más de lo que hay: quite algo primero.
vote-change-how = Para cambiarla, escriba otra vez todos los números, o uno solo para quitar ese proyecto.
vote-confirm = Usted vota por:
vote-secrecy = 🔒 Su nombre y su papeleta se guardan por separado, y el vínculo entre ellos se destruye al terminar la votación; hasta entonces, y en este chat, quienes operan el sistema podrían verlo.
    .sms = Nombre y papeleta se guardan por separado; el vínculo se destruye al terminar.
vote-cast = Depositar mi papeleta
vote-change = Cambiar
vote-cast-first = 🗳 Su papeleta está en la urna. Su recibo: { $receipt }. Puede cambiarla hasta el { $closes }; cuenta la última. Para comprobarla: «recibo { $receipt }».
    .sms = Su papeleta está en la urna. Recibo: { $receipt }. Puede cambiarla hasta el { $closes }.
vote-cast-again = 🗳 Su papeleta ha cambiado; ahora solo cuenta esta. Su nuevo recibo: { $receipt }. Puede cambiarla hasta el { $closes }.
vote-no-totals = Nadie conoce los totales mientras se vota, ni siquiera la ciudad. El resultado se sabrá después del { $closes }.
vote-yours-in = ✅ Su papeleta está en la urna y cuenta, salvo que la cambie. Para comprobarlo usted, envíe su recibo, por ejemplo «recibo ABCDE FGHIJ».
vote-yours-not-in = Todavía no hay ninguna papeleta suya en la urna. Para votar: /vote
vote-until = La votación termina el { $closes }, al segundo. Hasta entonces puede cambiar su papeleta.
vote-code = Para votar, envíe el código de la carta de la ciudad, o el número de su documento, su fecha de nacimiento y su código postal, por ejemplo «AB 123, 1980-12-31, 02124».
vote-phone = Esta votación necesita un número de teléfono comprobado. Comparta el suyo con el botón de abajo; solo se guarda una huella, hasta que termine la votación.
vote-desk = Para esta votación, el personal debe inscribirle en persona. Venga a la oficina con sus papeles y muestre este código: { $code }. Dura { $minutes } minutos; escriba /vote para uno nuevo.
    .sms = El personal debe inscribirle: venga a la oficina con sus papeles y este código: { $code } ({ $minutes } minutos). Otro: VOTO
vote-receipt-found = ✅ Esta papeleta está en el registro público de { $count } entradas y cuenta. La votación está publicada como { $hash }…, y el registro hasta ahora está firmado como { $head }….
vote-receipt-waiting = ✅ Esta papeleta está en la urna y cuenta. Entra en el registro público antes de diez minutos.
vote-receipt-replaced = Esta papeleta está en el registro; quien votó la reemplazó por otra, que es la que cuenta.
vote-receipt-unknown = Ninguna papeleta tiene este recibo. Son diez letras y cifras, por ejemplo ABCDE FGHIJ: compruébelo.
vote-refused-none = Esa votación no existe.
vote-refused-not-open = La votación aún no ha empezado.
vote-refused-too-late = La votación ha terminado; las papeletas que llegan ahora no se pueden contar.
vote-refused-frozen = Lo que se puede elegir está publicado y ya no puede cambiar.
vote-refused-not-on-roll = Este código no está en el censo. Compruébelo y envíelo otra vez.
vote-refused-too-many-codes = Ha habido demasiados códigos equivocados. Inténtelo dentro de una hora.
vote-refused-unknown-project = { $project } no es el número de un proyecto.
vote-refused-twice = Un proyecto está dos veces en su papeleta.
vote-refused-too-few = Ha elegido { $count } y hacen falta al menos { $least }.
vote-refused-too-many = Ha elegido { $count } y el máximo es { $most }.
vote-refused-too-dear = Juntos, estos proyectos cuestan más de lo que hay: quite algo primero.
vote-refused-points = Dé los puntos así: «12=3 17=2», dentro de los límites.
vote-refused-too-many-points = Son { $count } puntos y usted tiene { $most }.
vote-refused-at-once = Su papeleta llegó desde varios sitios al mismo tiempo. Envíela otra vez.
vote-level-L0 = abierta a quien escriba a la ciudad
vote-level-L1 = abierta a todo teléfono comprobado
vote-level-L2 = abierta a quienes están en el censo de la ciudad
vote-level-L3 = inscripción en persona
vote-result =
    🏁 { $name } – { $heading }: el resultado
    { $voters ->
        [one] Votó { $voters } persona
       *[other] Votaron { $voters } personas
    } ({ $level }). Ganaron:
vote-result-topped-up = + { $name } (completado con otros fondos)
vote-result-more = y { $rest } más
vote-result-nothing = Nada.
vote-result-money = En total { $cost } de { $money }.
vote-result-ask = Escriba el número de un proyecto para saber por qué ganó o perdió. Cualquiera puede recontar esta votación: está publicada como { $hash }….
    .sms = Por qué uno ganó o perdió: escriba su número. Cualquiera puede recontar: { $hash }…
vote-result-another = ¿Otro número?
vote-counting = 🗳 { $name }: la votación ha terminado y se están contando las papeletas. El resultado estará aquí: /vote
vote-why-funded = Ganó, con { $total }: había dinero para él.
vote-why-filled = Ganó, con { $total }, con lo que sobraba.
vote-why-topped-up = Ganó, con { $total }: quedaba casi todo su costo y otros fondos pagan el resto.
vote-why-elected = Ganó, con { $total }.
vote-why-no-money-left = No financiado, con { $total }: cuando le tocó (número { $rank }) quedaban { $left }.
vote-why-after-the-stop = No financiado, con { $total }: el recuento terminó antes, en { $rival }, que ya no cabía.
vote-why-below-threshold = No financiado: { $total } está por debajo de lo que pide la regla.
vote-why-excluded = No financiado, con { $total }: solo puede hacerse uno, este o { $rival }.
vote-why-taken-out = Retirado antes del recuento: { $rival }.
vote-why-no-support = No financiado: nadie lo eligió.
vote-why-supporters-spent = No financiado, con { $total }: de sus partes del presupuesto quedaban { $left }.
vote-why-category-full = No financiado, con { $total }: el dinero de su categoría estaba gastado.
vote-why-beaten = No elegido, con { $total }: { $rival } tuvo más.
vote-needed-votes = { $count ->
    [one] Habría bastado { $count } voto más.
   *[other] Habrían bastado { $count } votos más.
}
vote-needed-points = { $count ->
    [one] { $count } punto más habría bastado.
   *[other] { $count } puntos más habrían bastado.
}
vote-needed-first = { $count ->
    [one] { $count } papeleta más que lo pusiera en primer lugar habría bastado.
   *[other] { $count } papeletas más que lo pusieran en primer lugar habrían bastado; con una menos, no.
}
vote-needed-grades = { $count ->
    [one] Si { $count } de las personas que le dieron la nota más baja, o ninguna, le hubiera dado la más alta, habría ganado.
   *[other] Si { $count } de las personas que le dieron las notas más bajas, o ninguna, le hubieran dado la más alta, habría ganado; con una menos, no.
}
vote-needed-money = Faltaban { $money }.
vote-needed-supporters = { $count ->
    [one] Habría bastado { $count } apoyo más, que no hubiera pagado nada todavía.
   *[other] Habrían bastado { $count } apoyos más, que no hubieran pagado nada todavía.
}
vote-needed-unknown = No se puede decir cuántos apoyos más habrían bastado: si hubiera ganado, quizá las partes se habrían aumentado menos.
vote-total-votes = { $count ->
    [one] { $count } voto
   *[other] { $count } votos
}
vote-total-points = { $count ->
    [one] { $count } punto
   *[other] { $count } puntos
}
vote-total-beaten = { $count ->
    [0] ninguna victoria sobre otro
    [one] una victoria sobre { $count } otro
   *[other] victorias sobre { $count } otros
}
vote-total-grade = la calificación mediana { $grade }
vote-staff-none = Aún no hay ninguna votación. Se crea con: agora vote load
vote-staff-line = { $name }: { $phase }, { $level }, { $voters } votantes, del { $opens } al { $closes }
vote-staff-hash = { $heading }: { $hash }
vote-phase-draft = en preparación
vote-phase-submission = recogida de ideas
vote-phase-review = en estudio
vote-phase-frozen = fijada
vote-phase-open = abierta
vote-phase-closed = cerrada, en recuento
vote-phase-counted = contada
vote-part = { $part }: { $money } para gastar
vote-part-voted = ✅ { $part }: su papeleta está en la urna
vote-also = También puede votar aquí:
vote-areas-all = Puede votar en cada una.
vote-areas-one = Además de toda la ciudad puede votar en un barrio: la primera papeleta decide cuál. Escriba su nombre o comparta su ubicación.
    .sms = Además de la ciudad puede votar en un barrio; su primera papeleta decide cuál.
vote-areas-own = Además de toda la ciudad vota en el barrio donde vive según el censo.
vote-no-part-here = Ninguna parte de la votación es de ese lugar.
vote-refused-other-area = Usted vota en { $area }: un barrio por persona.
vote-refused-lives-elsewhere = Según el censo vive en { $area }: vota allí y en la parte de toda la ciudad.
vote-refused-lives-nowhere = El censo no dice en qué barrio vive: puede votar en la parte de toda la ciudad. Si es un error, avise a la ciudad.
vote-refused-both-voted = Ambos han votado en una votación aún abierta; podrán vincularse cuando termine.
vote-refused-not-reviewed = { $count ->
    [one] Falta estudiar { $count } proyecto.
   *[other] Falta estudiar { $count } proyectos.
}
vote-refused-nothing-to-choose = Una parte de esta votación no tiene aún ningún proyecto.
vote-refused-step = Eso no es posible tal como están las cosas.
vote-refused-too-many-sent = Ya se le han enviado muchos códigos. Inténtelo de nuevo en una hora.
vote-cast-by-code = Para votar, responda con el código { $code } en { $minutes } minutos: solo el titular de este número puede leerlo.
    .sms = Para votar, responda { $code } en { $minutes } minutos.
vote-code-wrong = Ese no es el código. Mire el último mensaje e inténtelo de nuevo.
vote-code-over = Ese código ya no sirve; aquí tiene uno nuevo.
vote-phone-unasked = Gracias, pero ninguna votación necesita su número ahora. No se ha guardado.
vote-phone-of-another = Ese no es su propio número. Use el botón de abajo.
share-phone = 📱 Compartir mi número
vote-coming-submission = 🗳 { $name }: se recogen ideas. Escriba /suggest para proponer algo.
    .sms = { $name }: se recogen ideas. Escriba la suya: propongo ...
vote-coming-review = 🗳 { $name }: la ciudad estudia cuánto cuestan los proyectos y si pueden hacerse.
vote-coming-frozen = 🗳 { $name }: la papeleta está publicada y ya no puede cambiarse.
vote-date-submission = Ideas desde el { $at }
vote-date-review = Estudio desde el { $at }
vote-date-publish = Papeleta publicada el { $at }
vote-date-opens = Votación desde el { $at }
vote-date-closes = La votación termina el { $at }
vote-coming-part = { $part }: { $count ->
    [one] { $count } proyecto
   *[other] { $count } proyectos
}, { $money } para gastar
vote-coming-hash = Fijada como { $hash }
vote-notice-entered = 🗳 Su propuesta «{ $title }» es el proyecto { $number } de un presupuesto participativo. La ciudad estudiará cuánto cuesta y si puede hacerse.
vote-notice-accepted = ✅ Su proyecto { $number } «{ $title }» se podrá votar: costaría { $cost }.
vote-notice-rejected = Su proyecto { $number } «{ $title }» no puede estar en la papeleta: { $words }
vote-notice-published = 🗳 { $vote }: la papeleta está publicada, con su proyecto { $number } «{ $title }». Se vota desde el { $opens }.
vote-notice-opened = 🗳 { $vote }: se puede votar su proyecto { $number } «{ $title }» hasta el { $closes }. Para votar: /vote
    .sms = { $vote }: se vota hasta el { $closes }. Para votar, escriba VOTAR y los números.
vote-notice-won = 🏁 { $vote }: ¡su proyecto { $number } «{ $title }» ha ganado! Todos los resultados: /vote
    .sms = { $vote }: ¡su proyecto { $number } «{ $title }» ha ganado! Todos los resultados: escriba VOTO
vote-notice-lost = 🏁 { $vote }: su proyecto { $number } «{ $title }» no ha ganado. Por qué, y todos los resultados: /vote
    .sms = { $vote }: su proyecto { $number } «{ $title }» no ha ganado. Por qué, y todos los resultados: escriba VOTO
vote-notice-counted = 🏁 { $vote } está contada. El resultado: /vote. Qué fue de su papeleta: envíe su recibo.
    .sms = { $vote } está contada. Para el resultado escriba VOTO; para su papeleta, el recibo.
vote-notice-withdrawn = El proyecto { $number } «{ $title }» se ha retirado y no se contará: { $words }. Puede cambiar su papeleta: /vote
    .sms = El proyecto { $number } «{ $title }» se ha retirado y no se contará: { $words }. Para cambiar su papeleta: escriba VOTO
vote-notice-planned = 📅 El proyecto { $number } «{ $title }», ganador de la votación, está previsto: { $words }
vote-notice-in-progress = 🏗 Han empezado las obras del proyecto { $number } «{ $title }», ganador de la votación: { $words }
vote-notice-milestone = 🏗 Proyecto { $number } «{ $title }»: { $words }
vote-notice-done = 🎉 El proyecto { $number } «{ $title }», ganador de la votación, está hecho: { $words }
vote-progress-none = en espera
vote-progress-planned = previsto
vote-progress-in-progress = en obras
vote-progress-done = hecho
vote-works-line = { $number } · { $name }: { $progress }
vote-map-title = { $name }: el resultado
vote-map-legend = En los barrios: cuántos votaron, desde 10. Círculos: proyectos, llenos si ganaron.
vote-result-area = { $area }: votaron { $count }
vote-result-elsewhere = En otros lugares: votaron { $count }
vote-result-own = Sus proyectos:
