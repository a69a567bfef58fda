# Cancelar, atrás, empezar de nuevo, botones que llegan tarde.

cancelled = Cancelado. No se ha enviado nada.
start-over = De acuerdo, desde el principio. ¿Qué pasa, y dónde?
back-at-beginning = Aquí empezamos. Diga «cancelar» para dejarlo.
where-we-were = Volvamos a donde estábamos:
button-unknown = Este botón ya no funciona.
button-answered = Ya ha respondido a esto.
button-withdrawn = Esta pregunta está cerrada. Dígame qué pasa y dónde para empezar de nuevo.
    .sms = Esa pregunta está cerrada. Escriba qué pasa y dónde para empezar de nuevo.
button-expired = De eso hace ya un rato. No se ha perdido nada, estábamos aquí:
