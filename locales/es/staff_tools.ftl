# Las herramientas del personal: lo que hay tras [Más], listas, órdenes en palabras; y el aviso propio.

more = Más
more-which = Aviso { $number }: ¿qué más?
more-assign = Dar a …
more-service = Cambiar el motivo
more-place = Cambiar el lugar
more-write = Escribir a quien avisó
more-note = Nota interna
more-history = Todo el historial
more-block = Bloquear a quien avisó
more-unblock = Desbloquear a quien avisó
more-history-of = Todo sobre el aviso { $number }:
more-assign-whom = ¿A quién va el aviso { $number }? Elija, o escriba un nombre.
more-assign-unknown = No conozco a nadie aquí con ese nombre.
more-service-which = ¿De qué trata de verdad el aviso { $number }? Elija, o escríbalo.
more-place-where = ¿Dónde está de verdad el aviso { $number }? Escriba el lugar o comparta una posición.
more-note-words = ¿Qué deben saber los colegas del aviso { $number }? Los vecinos no lo ven nunca.
more-write-words = ¿Qué quiere decir a quien envió el aviso { $number }? Se envía en nombre del departamento, y el aviso no espera nada.
more-block-days = ¿Cuánto tiempo no se escucha a quien envió el aviso { $number }? Las emergencias pasan siempre.
more-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
more-block-why = ¿Por qué? El motivo queda en el registro, y se le dice a quien avisó.
more-blocked = No se escucha a quien envió el aviso { $number } hasta el { $until }, salvo en emergencias.
more-unblocked = Se escucha de nuevo a quien envió el aviso { $number }.

staff-headline-assigned = Le han dado un aviso
staff-headline-reclassified = Ha llegado un aviso a su departamento
staff-headline-message = Ha escrito quien avisó
staff-headline-corrected = Ha añadido algo quien avisó
staff-headline-withdrawn = Retirado por quien avisó
history-assigned = lo dio a: { $to }
history-reclassified = cambió el motivo: { $service }
history-moved = cambió el lugar
history-note = nota interna
history-reply = escribió
history-message = escribió
history-corrected = añadió
history-withdrawn = lo retiró
state-withdrawn = retirado

canned-preview = Esto se envía a quien mandó el aviso { $number } ({ $language }):
canned-or-write = Envíelo, o escriba otras palabras.
canned-send = Enviar así

command-find = Buscar por palabras o número
find-what = ¿Qué busca? Por ejemplo: /find farola abedul
find-found = { $count ->
    [0] Ningún aviso contiene «{ $words }».
    [one] { $count } aviso con «{ $words }»:
   *[other] { $count } avisos con «{ $words }», los más nuevos primero:
}
queue-of = { $count ->
    [0] No hay avisos abiertos: { $where }.
    [one] { $count } aviso abierto, { $where }:
   *[other] { $count } avisos abiertos, { $where }, los más urgentes primero:
}
queue-unknown = No conozco ningún departamento ni barrio llamado «{ $words }».
queue-which = ¿Cuál quiere decir?
list-next = Siguiente (quedan { $rest })

order-take = ¿Tomar el aviso { $number }?
order-start = ¿Decir que ha empezado el trabajo del aviso { $number }?
order-close = ¿Cerrar el aviso { $number }? El motivo: { $why }
order-give = ¿Dar el aviso { $number } a: { $to }?
order-note = ¿Escribir esta nota en el aviso { $number }, solo para colegas?
order-ask = ¿Preguntar esto a quien envió el aviso { $number }, en nombre de: { $department }?
order-write = ¿Escribir esto a quien envió el aviso { $number }, en nombre de: { $department }?
order-do = Hacerlo
order-dropped = No se ha hecho nada con el aviso { $number }.

members = { $count ->
    [one] { $count } miembro del personal:
   *[other] { $count } miembros del personal:
}
members-line = { $name } – { $role }
members-line-department = { $name } – { $role }, { $department }
members-remove = Quitar a { $name }
members-sure = ¿Quitar el acceso a { $name }? Lo que hizo queda en el registro.
members-removed = { $name } ya no tiene acceso.
members-kept = { $name } conserva el acceso.
role-agent = agente
role-dispatcher = coordinador
role-admin = administrador

notice-reply =
    ✉️ { $department } le escribe sobre su aviso { $number }:

    «{ $words }»
notice-reclassified = El aviso { $number } se trata ahora como «{ $service }», a cargo de: { $department }. Respuesta prometida a más tardar el { $due }.
notice-moved = La ciudad ha corregido el lugar del aviso { $number }: { $address }.
notice-withdrawn = El aviso { $number } fue retirado por quien lo había enviado; está cerrado. Si el problema sigue ahí, avise de nuevo.
own-reply = Responder
own-write = Escribir a la ciudad
own-add = Añadir o corregir
own-withdraw = Retirar
own-write-what = ¿Qué quiere decir a la ciudad sobre el aviso { $number }? Palabras o una foto.
    .sms = ¿Qué quiere decir a la ciudad sobre el aviso { $number }?
own-written = Gracias, el personal de la ciudad tiene su mensaje sobre el aviso { $number }.
own-add-what = ¿Qué hay que añadir al aviso { $number }? Escríbalo, envíe una foto, o comparta otra posición.
    .sms = ¿Qué hay que añadir al aviso { $number }?
own-add-place = Otro lugar
own-added = Gracias, ya está en el aviso { $number }.
own-place-where = ¿Dónde está de verdad el aviso { $number }? Escriba la dirección o una esquina, o comparta su ubicación.
    .sms = ¿Dónde está de verdad el aviso { $number }? Escriba la dirección o una esquina.
own-moved = El aviso { $number } está ahora en { $address }.
own-withdraw-sure = ¿Retirar el aviso { $number }? Nadie trabajará más en él.
own-withdraw-yes = Retirarlo
own-withdraw-no = Dejarlo
own-withdrawn = El aviso { $number } queda retirado. Gracias por decírnoslo.
own-kept = El aviso { $number } queda como está.
dialogue-closed = El aviso { $number } está cerrado. ¿Está arreglado? Si no, lo abro de nuevo y podrá decir qué falla.
    .sms = El aviso { $number } está cerrado. ¿Está arreglado? Si no, lo abro de nuevo.

gate-blocked = El personal de la ciudad no recibe sus mensajes hasta el { $until }. El motivo: { $reason }. En una emergencia llame al { $emergency }; lo que escriba aquí sobre ella nos llega siempre.
    .sms = La ciudad no recibe sus mensajes hasta el { $until }: { $reason }. En una emergencia llame al { $emergency } o escriba.
gate-too-fast = Escribe más rápido de lo que podemos leer. Espere por favor hasta el { $until }; después le escucho de nuevo. En una emergencia llame al { $emergency }.
    .sms = Escribe más rápido de lo que podemos leer. Espere hasta el { $until }, por favor. En una emergencia llame al { $emergency }.
gate-repeated = Ya tengo esto, no hace falta enviarlo otra vez.
refused-too-many-reports = Ha enviado { $limit } avisos en un día, tantos como podemos recibir de una persona. Siga mañana, por favor; las emergencias pasan siempre.
    .sms = Ha enviado { $limit } avisos en un día, lo máximo de una persona. Siga mañana, por favor; las emergencias pasan siempre.
refused-admins-only = Eso es para otros cargos que el suyo.
refused-not-oneself = Nadie puede quitarse a sí mismo. Otro administrador puede.
