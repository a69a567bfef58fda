# Mensajes a muchos: escritos por el personal, aprobados por otra persona, seguidos mientras salen.

command-broadcast = Decir algo a muchos vecinos a la vez
broadcast = 📣 { $words }
alert = 🚨 { $words }
    .sms = ALERTA: { $words }
only-in = { $words } (solo { $language })
broadcasting-words = ¿Qué quiere decir? Escríbalo como lo leerán los vecinos.
broadcasting-said = { $language }: «{ $words }»
broadcasting-gap = ⚠️ Falta { $language }: quien lo lea recibe el primer texto.
broadcasting-send = Enviarlo
broadcasting-urgent = 🚨 Como alerta urgente
broadcasting-audience = Quién lo recibe
broadcasting-reword = Escribirlo de nuevo
broadcasting-drop = Descartarlo
broadcasting-reason = Una alerta sale a cualquier hora, también a quien no quiere mensajes. ¿Cuál es el motivo? Queda en el registro.
broadcasting-alert = 🚨 Urgente, por este motivo: { $reason }. Sale enseguida a { $reached ->
    [one] { $reached } persona
   *[other] { $reached } personas
}, también a quien no quiere mensajes.
broadcasting-wanted = ✋ { $who } quiere enviar este mensaje. ¿Está de acuerdo?
refused-broadcast-over = Ya no es posible: el mensaje ha salido o se ha detenido.
refused-broadcast-decided = Un colega ya lo ha decidido.
refused-no-reason = Una alerta necesita un motivo.

sending = 📤 { $what } · { $state }
sending-message = Mensaje a los vecinos
sending-alert = 🚨 Alerta urgente
broadcast-sending = saliendo
broadcast-paused = en pausa
broadcast-cancelled = detenido
broadcast-done = terminado
sending-progress = { $bar } { $sent } de { $total } enviados · { $failed } fallidos · { $blocked } nos han bloqueado · { $answered } han respondido
sending-left = { $minutes ->
    [one] Queda un minuto más o menos.
   *[other] Quedan unos { $minutes } minutos.
}
sending-pause = ⏸ Pausar
sending-resume = ▶️ Seguir
sending-stop = ⏹ Detenerlo
broadcasting-preview = Vista previa
broadcasting-chat = En el chat ({ $language }): { $words }

bytext = Por SMS ({ $language }), { $segments ->
    [one] { $segments } segmento
   *[other] { $segments } segmentos
} en { $encoding }:
    { $words }
bytext-cost = { $phones ->
    [one] { $phones } persona lo recibe
   *[other] { $phones } personas lo reciben
} por SMS: { $segments ->
    [one] { $segments } segmento
   *[other] { $segments } segmentos
}, { $price }. { $dear ->
    [1] ⚠️ Solo quedan { $most }: así no se puede enviar.
   *[0] Quedan { $most } para esto.
}
bytext-no-price = precio desconocido
refused-broadcast-too-dear = Harían falta { $needed } segmentos de SMS, y quedan { $budget }. Acórtelo o escriba a menos personas.
