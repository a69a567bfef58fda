# Le numéro à appeler passe avant tout le reste.

emergency = ⚠️ Si quelqu'un est en danger, appelez tout de suite :
emergency-helped = Heureusement, les secours sont là. Les agents de la ville le voient avec le signalement { $number }.
emergency-line = { $number } – { $what }
