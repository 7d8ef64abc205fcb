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
home-day-more = Seules { $n } choses sont montrées ici : le reste est dans chaque page du menu.
home-nothing = { $to ->
    [pupil] Rien ne t’attend
   *[adult] Rien ne vous attend
 }
home-nothing-text = Tout est fait pour aujourd’hui.
home-search = Recherche
home-search-what = Un élève, un collègue, une classe, un groupe, un établissement, un programme, une page
home-search-do = Chercher
home-search-instead = Voici ce qui est trouvé pour « { $words } ».
home-search-more = Et { $n } de plus : ajoutez un mot.
home-search-none = Rien n’est trouvé
home-search-none-text = Deux lettres d’un nom suffisent. On ne trouve que les personnes de son établissement.
home-found-pages = Pages
home-entry-none = Rien ici pour l’instant
home-entry-none-text = Quand quelque chose vous concernera, vous le trouverez ici.
home-first = Premiers pas
home-first-lead = De la maison vide au premier soir. Chaque pas dit s’il est fait, ou ce qu’il reste à faire.
home-first-done = Fait
home-first-todo = À faire
home-first-all = Tout est fait : bon premier soir.
home-first-count = { $n } sur { $of }
home-first-go = Y aller
home-first-left = Premiers pas : { $n } sur { $of }
home-first-next = Le suivant : { $step }
home-first-on = Continuer
