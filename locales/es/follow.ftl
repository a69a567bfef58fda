# En qué queda un aviso, y la palabra de quien avisó.

mine-none = Todavía no ha avisado de nada. Dígame qué pasa y dónde.
mine = { $count ->
    [one] Su aviso:
   *[other] Sus últimos { $count } avisos:
}
mine-line = { $number } · { $service }, { $address } – { $state }
mine-line-placeless = { $number } · { $service } – { $state }
follow-promise = Respuesta prometida a más tardar el { $due }.
    .sms = Respuesta a más tardar el { $due }.

state-submitted = recibido
state-taken = en estudio
state-in-progress = en marcha
state-waiting = a la espera de una respuesta de quien avisó
state-reopened = reabierto
state-closed = cerrado
state-settled = resuelto

closed-done = hecho
closed-not-ours = no le corresponde a la ciudad: le corresponde a { $whose }. { $contact }
closed-below-threshold = la ciudad no actúa en este caso. La regla: { $rule }
closed-duplicate = ya se conocía, véase el aviso { $number }
closed-no-access = la cuadrilla no pudo entrar al lugar

notice-taken = 👷 Aviso { $number }: { $department } lo está estudiando.
notice-in-progress = 🚧 Aviso { $number }: { $department } ha empezado a trabajar.
notice-question =
    ❓ { $department } le pregunta sobre su aviso { $number }:

    «{ $words }»

    Escriba su respuesta aquí mismo.
notice-closed = 🏁 Su aviso { $number } ({ $service }) está cerrado: { $why }
notice-words = «{ $words }»
fixed = Arreglado
not-fixed = Sin arreglar
settled-thanks = Gracias por decírnoslo. El aviso { $number } queda resuelto.
contest-why = Lo siento. ¿Qué sigue mal? Escriba una frase o envíe una foto, y el aviso { $number } se reabre.
    .sms = Lo siento. ¿Qué sigue mal? Escriba una frase, y el aviso { $number } se reabre.
contest-nothing = Solo reabrirlo
contested = El aviso { $number } está abierto de nuevo, y el personal de la ciudad tiene sus palabras.
answer-passed-on = Gracias, he pasado a la ciudad su respuesta sobre el aviso { $number }.
held-which = La ciudad le preguntó por el aviso { $number }. ¿Es esta su respuesta, o algo nuevo?
held-answer = Es mi respuesta
held-new = Es algo nuevo
