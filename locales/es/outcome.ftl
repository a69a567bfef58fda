# Lo que resultó de una consulta, junto a la propia respuesta.

outcome = 📊 { $title }
    { $finished ->
        [one] { $finished } persona ha respondido hasta el final, de { $begun } que empezaron.
       *[other] { $finished } personas han respondido hasta el final, de { $begun } que empezaron.
    }
outcome-question = { $question } ({ $count })
outcome-share = { $percent } % { $option } ({ $count })
outcome-rank = { $rank }. { $option } ({ $points ->
    [one] { $points } punto
   *[other] { $points } puntos
})
outcome-middle = La mitad dijo { $middle } o menos, la mitad { $middle } o más.
outcome-theme = { $count } dijeron algo como:
outcome-words = «{ $words }»
outcome-places = { $count ->
    [one] Se indicó { $count } lugar.
   *[other] Se indicaron { $count } lugares.
}
outcome-photos = { $count ->
    [one] Se envió { $count } foto.
   *[other] Se enviaron { $count } fotos.
}
outcome-area = { $area } ({ $count }): sobre todo { $option }
outcome-language = En { $language } ({ $count }): sobre todo { $option }
outcome-own = ➡️ Usted dijo: { $said }
outcome-shared = Lo que todos comparten:
outcome-differ = Donde las opiniones difieren:
outcome-group = El grupo { $group } ({ $count } personas) destaca por:
outcome-statement = { $percent } % de acuerdo, de { $count }: «{ $words }»
outcome-decision = 🏛 La decisión: { $decision }
outcome-done = ✅ Y ya está hecho.
