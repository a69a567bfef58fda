# Le numéro à appeler passe avant tout le reste.

emergency = ⚠️ Si quelqu'un est en danger, appelez tout de suite :
emergency-line = { $number } – { $what }
