agenda-week = La semaine
agenda-weeks = Les semaines
agenda-week-of = Du { $from } au { $to }
agenda-week-before = Semaine d’avant
agenda-week-after = Semaine d’après
agenda-week-this = Cette semaine
agenda-letter = Semaine { $letter }
agenda-doubt = Les dates de vacances de cette année n’ont pas encore été comparées à l’arrêté.
agenda-yours-week = Tes séances
agenda-school-week = Au collège
agenda-school-lead = Une séance sans adulte attend un volontaire : ouvrez-la pour la prendre.
agenda-school-none = Aucune séance cette semaine
agenda-school-none-text = Une séance nouvelle, ou un créneau qui revient, apparaîtra ici.
agenda-none = Aucune séance cette semaine
agenda-none-text = Quand il y en aura une, elle sera ici.
agenda-offers = On peut s’y inscrire
agenda-from-to = de { $from } à { $to }
agenda-kind-groupe = Travail en groupe
agenda-kind-rendez-vous = Rendez-vous en petit groupe
agenda-kind-oral = Classe virtuelle à l’oral
agenda-kind-sur-place = Devoirs faits sur place
agenda-kind-depuis-college = Professeur au collège, élèves ailleurs
agenda-place-maison = À la maison
agenda-place-tiers-lieu = Dans un tiers-lieu
agenda-place-college = Au collège
agenda-rhythm-semaine = Chaque semaine
agenda-rhythm-A = Semaines A
agenda-rhythm-B = Semaines B
agenda-state-open = En cours
agenda-state-held = A eu lieu
agenda-state-cancelled = Annulée
agenda-state-missed = Personne n’a dit si elle a eu lieu
agenda-mark-present = Présent
agenda-mark-absent = Absent
agenda-mark-excuse = Absence justifiée
agenda-mark-unsaid = Non renseigné
agenda-source-ticket = vu au bureau d’aide
agenda-source-salle = vu dans la salle
agenda-source-main = noté par un adulte
agenda-seat-enrolled = Place prise
agenda-seat-waiting = Sur la liste d’attente
agenda-yours = C’est vous
agenda-an-adult = un adulte du collège
agenda-nobody = Cherche un volontaire
agenda-places = { $n } sur { $of }
agenda-places-term = Places
agenda-waiting = { $n ->
    [one] { $n } élève attend
   *[other] { $n } élèves attendent
 }
agenda-free = { $n ->
    [one] { $n } place libre
   *[other] { $n } places libres
 }
agenda-full = Complet
agenda-full-text = Il n’y a plus de place. Le premier de la liste d’attente en reçoit une dès qu’elle se libère.
agenda-list = Liste d’attente
agenda-list-text = Un message dira quand une place se libère.
agenda-clash = En même temps que « { $title } », à { $time }
agenda-clash-short = Autre séance à la même heure
agenda-before-bus = Avant l’arrivée du bus, à { $time }
agenda-early-short = Pas encore rentré du bus
agenda-busy = Vous tenez une autre séance au même moment, { $hours }.
agenda-home-at = Retour du bus : { $time }
agenda-no-bus = Pas de bus
agenda-bus-change = Changer
agenda-bus-short = Bus
agenda-bus = Le retour du bus
agenda-bus-lead-you = Dis à quelle heure tu es chez toi après le bus. Nous te préviendrons si une séance commence avant.
agenda-bus-lead = À quelle heure { $name } arrive à la maison après le bus : nous préviendrons si une séance commence avant.
agenda-bus-time = Heure d’arrivée à la maison
agenda-bus-hint = Exemple : 17:40
agenda-bus-none = Pas de bus scolaire
agenda-say-bus = L’heure doit être entre midi et 22 h, comme 17:40.
agenda-save = Enregistrer
agenda-room-open = Ouvrir la salle
agenda-room-back = Revenir dans la salle
agenda-room-since = depuis { $time }
agenda-room-stayed = Dans la salle { $hours }
agenda-rooms = Les salles
agenda-room-elsewhere = Ouvrir le lien de la séance
agenda-room-enter = Entrer dans la salle
agenda-take = S’inscrire
agenda-take-list = S’inscrire sur la liste d’attente
agenda-take-all = S’inscrire chaque fois
agenda-leave = Rendre la place
agenda-leave-all = Ne plus venir du tout
agenda-where = Où
agenda-with = Avec
agenda-kind = Sorte de séance
agenda-pupils = Élèves
agenda-school = Établissement
agenda-open = Ouvrir la séance
agenda-close = Terminer la séance
agenda-was-held = Cette séance a eu lieu
agenda-volunteer = Je m’en occupe
agenda-volunteer-too = J’aide à la tenir
agenda-give-up = Je ne peux plus
agenda-settings = Modifier la séance
agenda-enrol = Inscrire des élèves
agenda-enrol-lead = { $title }, { $date }
agenda-enrol-agreed = Seuls les élèves dont la famille a donné son accord peuvent être inscrits.
agenda-enrol-save = Inscrire
agenda-already = Déjà sur la liste
agenda-classes = Classes
agenda-no-class = Aucune classe
agenda-no-class-text = Les classes de l’établissement n’ont pas encore été importées.
agenda-every-time = Chaque fois que cette séance revient
agenda-say-pupil = Choisissez au moins un élève.
agenda-no-pupil = Aucun élève inscrit
agenda-no-pupil-text = L’équipe peut en inscrire ; les élèves aussi, si la séance est ouverte à l’inscription.
agenda-on-list = Sur la liste
agenda-take-off = Retirer
agenda-call = L’appel
agenda-call-text = Dites qui est là. Ce qui est déjà noté peut être corrigé : la correction garde une trace.
agenda-call-save = Enregistrer l’appel
agenda-minutes-label = Minutes de présence
agenda-changes = Corrections
agenda-changed = { $before }, puis { $after }
agenda-presences = Les présences
agenda-presences-lead = Le fichier contient ce qui est affiché : une ligne par élève et par fois, en séance ou ailleurs. La vie scolaire le reprend dans son logiciel.
agenda-presences-none = Rien sur cette période
agenda-presences-none-text = Les élèves inscrits aux séances apparaissent ici dès que la séance a lieu.
agenda-corrected = corrigé
agenda-from-day = Du
agenda-to-day = Au
agenda-look = Voir
agenda-download = Télécharger le fichier
agenda-column-1 = Date
agenda-column-2 = Début
agenda-column-3 = Fin
agenda-column-4 = Établissement
agenda-column-5 = Sorte de séance
agenda-column-6 = Séance
agenda-column-7 = Adulte
agenda-column-8 = Classe
agenda-column-9 = Nom
agenda-column-10 = Prénom
agenda-column-11 = Présence
agenda-column-12 = Minutes
agenda-column-13 = D’après
agenda-column-14 = Corrections
agenda-column-15 = Identifiant dans la liste de l’établissement
agenda-plan = Nouvelle séance
agenda-plan-save = Créer
agenda-title = Titre
agenda-title-hint = Sans nom d’élève : il se voit dans les agendas. Exemple : Maths, les fractions.
agenda-spot = Précision
agenda-spot-hint = La salle, la médiathèque…
agenda-room = Lien de la salle vidéo
agenda-room-hint = Si vous en avez un, il commence par https://
agenda-who-enrols = Inscription
agenda-by-self = Les élèves peuvent s’inscrire seuls
agenda-who-holds = Qui la tient
agenda-me = Je la tiens moi-même
agenda-dispositif = Programme
agenda-dispositif-hint = Dans un programme, il faut l’accord de la famille.
agenda-no-dispositif = Aucun programme
agenda-day = Jour
agenda-from = De
agenda-to = À
agenda-how-often = Combien de fois
agenda-how-often-hint = Une séance qui revient tombe le même jour de la semaine, jamais pendant les vacances.
agenda-once = Une seule fois
agenda-last = Jusqu’au
agenda-last-hint = Seulement pour une séance qui revient.
agenda-say-day = Donnez un jour.
agenda-say-from = Donnez l’heure du début, comme 17:30.
agenda-say-to = La fin vient au moins 10 minutes et au plus 4 heures après le début.
agenda-say-title = Le titre est trop long : 80 signes au plus.
agenda-say-places = Il faut entre 1 et 200 places.
agenda-say-taken = { $n ->
    [one] { $n } élève est déjà inscrit : il faut au moins cette place.
   *[other] { $n } élèves sont déjà inscrits : il faut au moins ces places.
 }
agenda-say-room = Le lien doit commencer par https:// puis le nom d’un site, sans espace, et sans « @ » devant ce nom.
agenda-say-dispositif = Ce programme n’est pas en cours dans cet établissement.
agenda-say-later = Choisissez un jour à venir, dans l’année.
agenda-say-school-day = Il n’y a pas classe ce jour-là. Choisissez un jour de classe.
agenda-say-last = La dernière date vient après la première, dans la même année scolaire.
agenda-cancel-title = Annuler la séance
agenda-cancel-text = Les élèves inscrits et leurs familles reçoivent un message.
agenda-cancel = Annuler la séance
agenda-reason = Raison
agenda-reason-hint = Elle est lue par les familles. Sans nom d’élève.
agenda-slots = Créneaux
agenda-slots-lead = Ce qui revient chaque semaine. Les séances des cinq semaines à venir en sont tirées, les jours de classe seulement.
agenda-slots-none = Aucun créneau
agenda-slots-none-text = Créez une séance qui revient chaque semaine : elle sera ici.
agenda-until = jusqu’au { $date }
agenda-regulars = { $n ->
    [0] aucun élève régulier
    [one] { $n } élève régulier
   *[other] { $n } élèves réguliers
 }
agenda-slot-end = Arrêter ce créneau
agenda-slot-end-text = Les séances à venir sont annulées, les élèves inscrits et leurs familles reçoivent un message. Ce qui a eu lieu reste.
agenda-slot-end-do = Arrêter
agenda-feeds = Suivre son agenda ailleurs
agenda-feeds-lead = Une adresse secrète montre les séances dans l’agenda d’un téléphone ou d’un ordinateur.
agenda-feed-name = Préau, séances
agenda-feed-made = L’adresse est prête
agenda-feed-address = À copier dans l’agenda, « s’abonner à un calendrier »
agenda-feed-once = Elle n’est montrée qu’une fois. Si elle se perd, il suffit d’en faire une autre.
agenda-feed-open = Suivre dans l’agenda de cet appareil
agenda-feed-copy = Copier
agenda-feed-copied = C’est copié.
agenda-feed-scan = Ou visez le carré avec l’appareil photo du téléphone.
agenda-feed-secret = Qui connaît l’adresse voit les séances, sans aucun nom d’élève. Si elle a été donnée par erreur, retirez-la : elle ne montre plus rien.
agenda-feed-since = Adresse faite { $date } à { $time }
agenda-feed-revoke = Retirer
agenda-feed-make = Faire une adresse
agenda-feed-most = Il y a déjà cinq adresses. Retirez-en une pour en faire une autre.
agenda-print = Imprimer
agenda-counts = Séances tenues cette semaine
agenda-counts-none = Aucune séance tenue cette semaine
agenda-counts-none-text = Les nombres de chaque établissement apparaîtront ici.
agenda-count-meetings = Séances
agenda-count-enrolled = Inscriptions
agenda-count-presences = Présences
agenda-contact = le référent numérique de l’établissement
agenda-refused-over = Cette séance est finie ou annulée.
agenda-refused-elsewhere = Cet élève n’est pas de l’établissement.
agenda-refused-taken = Deux collègues la tiennent déjà.
agenda-refused-early = C’est trop tôt : on peut ouvrir un quart d’heure avant.
agenda-refused-silent-you = Ta famille n’a pas encore répondu. Parle-lui-en ; { $contact } peut vous aider à répondre.
agenda-refused-silent-family = Votre accord manque pour cette aide. Répondez d’abord à l’annonce du collège ; { $contact } peut vous aider.
agenda-refused-silent-staff = La famille n’a pas encore répondu. Voyez avec { $contact } comment la joindre.
agenda-refused-refused-you = Ta famille a dit non pour cette aide. Parles-en avec elle ; { $contact } peut lui répondre.
agenda-refused-refused-family = La famille a dit non pour cette aide. Pour changer d’avis, répondez de nouveau à l’annonce ; { $contact } peut vous aider.
agenda-refused-refused-staff = La famille a dit non. On ne peut pas inscrire l’élève ; { $contact } peut en parler avec elle.
agenda-tell-moved-you = Une place s’est libérée pour toi : { $title }, { $date } à { $time }.
agenda-tell-moved-family = Une place s’est libérée pour votre enfant : { $title }, { $date } à { $time }.
agenda-tell-cancelled-you = La séance est annulée : { $title }, { $date } à { $time }. Ne viens pas ce soir-là.
agenda-tell-cancelled-family = La séance de votre enfant est annulée : { $title }, { $date } à { $time }.
agenda-tell-reason-you = La séance est annulée : { $title }, { $date } à { $time }. { $reason }
agenda-tell-reason-family = La séance de votre enfant est annulée : { $title }, { $date } à { $time }. { $reason }
# used: agenda-kind-* agenda-place-* agenda-rhythm-* agenda-mark-* agenda-source-* agenda-column-* agenda-refused-* agenda-tell-* agenda-state-* agenda-said-* agenda-count-*
agenda-way-slots = Les créneaux de la semaine
agenda-way-presences = Les présences
agenda-chapter = Les séances
agenda-figure-held = Séances tenues
agenda-figure-came = Places prises où l’élève est venu
# used: agenda-card-*
agenda-card-mine-on = { $about }
agenda-card-mine-on-more = C’est maintenant, depuis { $time }.
agenda-card-mine-on-do = Y aller
agenda-card-mine-next = { $about }
agenda-card-mine-next-more = { $day } à { $time }
agenda-card-mine-next-do = Voir
agenda-card-offers = { $n ->
    [one] Une séance où tu peux t’inscrire
   *[other] { $n } séances où tu peux t’inscrire
 }
agenda-card-offers-more = La première : { $day } à { $time }
agenda-card-offers-do = Choisir
agenda-card-child-on = { $about }
agenda-card-child-on-more = C’est maintenant, depuis { $time }.
agenda-card-child-on-do = Voir
agenda-card-child-next = { $about }
agenda-card-child-next-more = { $day } à { $time }
agenda-card-child-next-do = Voir
agenda-card-open = Votre séance peut commencer
agenda-card-open-more = { $about }, à { $time }
agenda-card-open-do = Commencer
agenda-card-missed = Cette séance a-t-elle eu lieu ?
agenda-card-missed-more = { $about }, { $since }
agenda-card-missed-do = Répondre
agenda-card-presence = Qui était là ?
agenda-card-presence-more = { $about }, { $since }
agenda-card-presence-do = Dire les présents
agenda-card-held = { $about }
agenda-card-held-more = Séance ouverte, jusqu’à { $time }
agenda-card-held-do = Y aller
agenda-card-next = { $about }
agenda-card-next-more = { $day } à { $time }
agenda-card-next-do = Voir
agenda-card-unheld = { $n ->
    [one] Une séance n’a pas encore d’adulte
   *[other] { $n } séances n’ont pas encore d’adulte
 }
agenda-card-unheld-more = La première : { $day } à { $time }
agenda-card-unheld-do = Choisir
agenda-pupil-week = Les jours qui viennent
agenda-pupil-presence = Présences
agenda-presences-week = Semaine du { $from } au { $to }
agenda-presences-days = Du { $from } au { $to }
agenda-presences-meetings = En séance
agenda-any-class = Toutes les classes
agenda-any-mark = Toutes
agenda-count-present = { $n ->
    [one] 1 présence
   *[other] { $n } présences
 }
agenda-count-absent = { $n ->
    [one] 1 absence
   *[other] { $n } absences
 }
agenda-count-excuse = { $n ->
    [one] 1 absence justifiée
   *[other] { $n } absences justifiées
 }
agenda-count-unsaid = { $n ->
    [one] 1 non renseignée
   *[other] { $n } non renseignées
 }
agenda-say-order = La fin vient après le début.
agenda-say-year = Un an au plus : choisissez une fin plus proche, ou demandez en deux fois.
agenda-say-period-title = Ces dates ne peuvent pas être montrées
agenda-say-never = Cette séance ne tomberait jamais un jour de classe. Choisissez un autre jour.
agenda-say-pupil-title = Personne n’est choisi
agenda-refused-over-title = C’est trop tard
agenda-refused-elsewhere-title = Un élève d’un autre établissement
agenda-refused-taken-title = La séance est déjà tenue
agenda-refused-early-title = C’est un peu tôt
agenda-refused-silent-title = La réponse de la famille manque
agenda-refused-refused-title = La famille a dit non
agenda-named = { $title }, { $date } à { $time }
agenda-said-told = { $n ->
    [one] L’élève et sa famille sont prévenus.
   *[other] Les { $n } élèves et leurs familles sont prévenus.
 }
agenda-said-taken = Inscription faite : { $meeting }.
agenda-said-listed = Sur la liste d’attente : { $meeting }. Un message dira quand une place se libère.
agenda-said-left = Place rendue : { $meeting }.
agenda-said-enrolled = { $n ->
    [one] 1 élève inscrit : { $meeting }.
   *[other] { $n } élèves inscrits : { $meeting }.
 }
agenda-said-held = C’est noté : vous tenez cette séance.
agenda-said-free = C’est noté : vous ne tenez plus cette séance.
agenda-said-opened = La séance est ouverte.
agenda-said-closed = La séance est terminée. Dites qui était là.
agenda-said-called = Appel enregistré : { $counts }.
agenda-said-changed = La séance est modifiée.
agenda-said-cancelled = Séance annulée : { $meeting }.
agenda-said-planned = Séance créée : { $meeting }.
agenda-said-slot = Créneau créé : { $title }, jusqu’au { $date }.
agenda-said-slot-held = C’est noté : vous tenez « { $title } » chaque fois.
agenda-said-slot-free = C’est noté : vous ne tenez plus « { $title } ».
agenda-said-slot-ended = Créneau arrêté : { $title }.
agenda-said-bus = Retour du bus enregistré : { $time }.
agenda-said-no-bus = C’est noté : pas de bus.
agenda-said-revoked = L’adresse est retirée : elle ne montre plus rien.
# used: agenda-treatment-*
agenda-treatment-meetings = Séances et présences
agenda-treatment-meetings-for = Organiser les séances, savoir qui est attendu et qui est venu.
agenda-treatment-meetings-whom = Élèves, personnels qui tiennent les séances.
agenda-treatment-meetings-what = Séances, inscriptions, présences et leurs corrections, heure du car d’un élève.
agenda-treatment-meetings-kept = Élèves d’un créneau : trente jours après la dernière séance. Heure du car : tant que l’élève est inscrit.
agenda-treatment-feed = Abonnement à l’agenda
agenda-treatment-feed-for = Montrer ses séances dans l’agenda de son propre appareil.
agenda-treatment-feed-whom = Toute personne qui s’abonne.
agenda-treatment-feed-what = L’empreinte d’un lien secret, que la personne crée et retire.
