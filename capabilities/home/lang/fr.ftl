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
home-nothing-text = { $to ->
    [pupil] Tout est fait pour aujourd’hui. Tes rendez-vous et les réponses qu’on te fait s’affichent ici.
   *[adult] Tout est fait pour aujourd’hui. Ce qui demande quelque chose de vous s’affiche ici.
 }
home-search = Recherche
home-search-what = Un élève, un collègue, une classe, un groupe, un établissement, un programme, une page
home-search-do = Chercher
home-search-instead = Voici ce qui est trouvé pour « { $words } ».
home-search-more = Et { $n } de plus : ajoutez un mot.
home-search-none = Rien n’est trouvé
home-search-none-text = Deux lettres d’un nom suffisent. On ne trouve que les personnes de son établissement.
home-found-pages = Pages
home-entry-none = Rien ici pour l’instant
home-entry-none-text = { $to ->
    [pupil] Quand il y aura quelque chose pour toi, tu le verras ici.
   *[adult] Quand quelque chose vous concernera, vous le trouverez ici.
 }
home-first = Premiers pas
home-first-lead = De la maison vide au premier soir. Chaque pas dit s’il est fait, ou ce qu’il reste à faire.
home-first-done = Fait
home-first-todo = À faire
home-first-now = À faire maintenant
home-first-all = Tout est fait : bon premier soir.
home-first-count = { $n } sur { $of }
home-first-go = Y aller
home-first-left = Premiers pas : { $n } sur { $of }
home-first-next = Le suivant : { $step }
home-first-on = Continuer
home-welcome = { $to ->
    [pupil] Bienvenue, c’est ta première soirée ici
   *[adult] Bienvenue, c’est votre première soirée ici
 }
home-welcome-1 = { $to ->
    [pupil] Un exercice te bloque ? Choisis la matière, puis envoie une photo, ta voix ou une phrase.
   *[adult] Le soir, votre enfant peut demander de l’aide : une photo, sa voix ou une phrase suffit.
 }
home-welcome-2 = { $to ->
    [pupil] Un adulte de ton école te répond ici, ou t’appelle. Tu vois combien de temps attendre.
   *[adult] Un adulte de l’école répond ici, ou appelle. Vous n’avez rien à faire.
 }
home-welcome-3 = { $to ->
    [pupil] Tu peux te tromper, faire une pause ou retirer ta demande. Les fautes, ce n’est pas grave.
   *[adult] Vous voyez quand votre enfant a eu de l’aide. Les messages restent entre l’enfant et l’adulte.
 }
home-welcome-known = J’ai compris
home-welcome-done = { $to ->
    [pupil] C’est parti. L’aide reste en bas de chaque page.
   *[adult] C’est noté. L’aide reste en bas de chaque page.
 }
home-treatment-welcome = Premier soir
home-treatment-welcome-for = Expliquer une seule fois comment se passe une soirée.
home-treatment-welcome-whom = Élèves, familles.
home-treatment-welcome-what = Le jour où la personne a dit avoir compris.
# used: home-treatment-* home-welcome-1 home-welcome-2 home-welcome-3
