# Lo que no se puede hacer, y por qué.

refused-no-such-request = No hay ningún aviso con el número { $number }.
refused-not-yours = El aviso { $number } es de otra persona.
refused-illegal-step = Este paso ya no es posible: el aviso ha avanzado.
refused-someone-faster = Otra persona ha cambiado el aviso { $number } mientras tanto. Ahora está así:
refused-not-allowed = Este aviso corresponde a otro departamento.
