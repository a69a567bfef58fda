# Lo que no es de la ciudad, o no está en la ciudad.

referral-outside = Eso queda fuera de { $city }, adonde no podemos enviar a nadie. Contacto: { $whose }, { $contact }. O dígame en qué lugar de { $city } es.
referral-outside-unknown = Eso queda fuera de { $city }, adonde no podemos enviar a nadie; el ayuntamiento de allí puede ayudarle. O dígame en qué lugar de { $city } es.
referral-body = Eso no le corresponde a la ciudad. Contacto: { $whose }, { $contact }
referral-theirs = Les aviso yo
referral-here = No, es en la ciudad
referral-anyway = Enviarlo a la ciudad de todos modos
referral-kept = Bien. Lo he anotado, para que la ciudad vea con qué frecuencia pasa. No se ha enviado nada más.

command-referrals = Lo que es de otros o queda fuera
referrals-head = { $count ->
    [0] Nada se derivó a otros en los últimos 30 días.
    [one] { $count } asunto se derivó a otros en los últimos 30 días:
   *[other] { $count } asuntos se derivaron a otros en los últimos 30 días:
}
referrals-count = { $count } × { $whose }
referrals-outside = fuera de la ciudad
referrals-latest = Los más recientes:
referrals-line = { $at } · { $whose }: «{ $words }»
referrals-line-place = { $at } · { $whose }, { $address }: «{ $words }»
referrals-line-filed = { $at } · { $whose }: «{ $words }» – enviado de todos modos a la ciudad con el número { $number }
