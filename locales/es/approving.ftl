# Cuatro ojos: lo que sabrían muchos vecinos espera a una segunda persona.

deed-close-why = cerrarlo ({ $why })
deed-merge = unirlo con el { $number }
deed-split = separarlo
deed-ask = preguntar esto
deed-promise = prometerlo para el { $due }
deed-service = cambiar su motivo: { $service }
deed-place = cambiar su lugar: { $address }
approval-asked = Se informaría a { $count } personas, así que alguien más debe estar de acuerdo. He preguntado a { $who }. Tendrá la respuesta a más tardar el { $until }.
approval-wanted = ✋ { $who } quiere actuar en el aviso { $number }: { $deed }. Se informaría a { $count } personas. ¿Está de acuerdo?
approval-waits = ✋ Espera a una segunda persona hasta el { $until }: { $who } quiere { $deed }
approve = Aprobar
refuse = Rechazar
approval-approved = ✅ { $by } está de acuerdo. Hecho en el aviso { $number }: { $deed }.
approval-refused = ✋ { $by } lo ha rechazado. No se hizo nada en el aviso { $number }: { $deed }.
approval-expired = ⌛ Nadie decidió a tiempo. No se hizo nada en el aviso { $number }: { $deed }. Pídalo de nuevo si sigue siendo correcto.
approval-overtaken = El aviso { $number } ha cambiado desde la propuesta, así que no se hizo nada: { $deed }. Véalo y pídalo de nuevo si sigue siendo correcto.
approval-thanks = Gracias. { $who } lo sabe ya.
refused-nobody-to-approve = Se informaría a { $count } personas, así que alguien más debe estar de acuerdo, y nadie más puede. Un administrador puede invitar a alguien.
refused-own-proposal = Lo ha propuesto usted; debe estar de acuerdo otra persona.
refused-decided-already = Lo propuesto para el aviso { $number } ya está decidido, o su plazo ha pasado.
