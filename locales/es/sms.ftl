# Lo que solo necesitan los teléfonos: menús con cifras, palabras clave, respuestas largas por partes.

sms-choices = Responda:
sms-or-words = O escriba: { $words }
sms-more = Responda MAS para leer el resto.
sms-no-more = Eso era todo.
sms-stale = Ese número respondía a una pregunta anterior, así que no hice nada. Escriba con palabras lo que quiere decir.
sms-left = De acuerdo, no se cambió nada. ALTO termina nuestros mensajes.
sms-no-such-choice = Responda con un número del 1 al { $count }.
sms-help = Ayuntamiento de { $city }: escriba qué pasa y dónde. ESTADO y un número: cómo va. ATRAS, CANCELAR, MAS, IDIOMA. ALTO: no más SMS. ¿Peligro? Llame al { $emergency }.
sms-stopped = { $city }: ya no recibirá mensajes. Escriba START para volver a recibirlos. En caso de peligro, llame o escriba en cualquier momento.
sms-started = { $city }: vuelve a recibir nuestros mensajes. Lo que escribió mientras tanto no se atendió; envíelo otra vez, por favor. ALTO termina los mensajes.

command-texts = SMS: lo que cuestan
texts-spent = SMS este mes: { $spent } de { $budget } segmentos.
texts-states = { $delivered } entregados, { $underway } en camino, { $failed } fallidos, { $unknown } en duda.
texts-limits = Límites: { $day } segmentos al día por teléfono, { $broadcast } por difusión.
texts-alarm = ⚠️ SMS: se han gastado { $spent } de los { $budget } segmentos de este mes. Cuando se gasten todos, solo saldrán emergencias y respuestas a ALTO.
