# Lo que otros pueden leer de un aviso, y si lleva un nombre.

card-public = 👁 Los demás leerán: «{ $words }»
card-private = 🔒 Solo usted y el personal de la ciudad ven este aviso.
card-nameless = 🕶 Se envía sin su nombre. El personal puede responderle aquí de todos modos.
card-nameless-not-here = Para esto la ciudad necesita saber quién escribe. Los demás vecinos nunca ven su nombre.
send-nameless = { $count ->
    [one] Enviar sin mi nombre
   *[other] Enviar todo sin mi nombre
}
send-named = { $count ->
    [one] Enviar con mi nombre
   *[other] Enviar todo con mi nombre
}

staff-card-private = 🔒 Privado: solo lo ven quien lo escribió y el personal
staff-card-anonymous = 🕶 Avisado sin nombre
original = Texto original
original-of = El aviso { $number } tal como se escribió:
original-from = Escrito por { $name }
original-logged = El registro de acciones anota que usted lo ha leído.
original-which = ¿El texto original de qué aviso? Por ejemplo: /original 1024
command-original = Texto original de un aviso; la lectura queda registrada
