home-hello = Bonjour { $name }
home-evening = Bonsoir { $name }
home-waits = { $to ->
    [pupil] Ce qui t’attend
   *[adult] Ce qui vous attend
 }
home-day = { $to ->
    [pupil] Ta journée
   *[adult] Votre journée
 }
home-on = En ce moment
home-comes = Bientôt
home-nothing = { $to ->
    [pupil] Rien ne t’attend
   *[adult] Rien ne vous attend
 }
home-nothing-text = Tout est fait pour aujourd’hui.
