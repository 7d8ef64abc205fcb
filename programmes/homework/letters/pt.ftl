offer-title = Os trabalhos de casa de { $child }, à distância
offer-intro = { $school } propõe a { $child } ajuda com os trabalhos de casa depois das aulas, sem ficar na escola. Um professor ajuda à distância.
