# used: hours-state-* hours-source-* hours-rule-* hours-column-* hours-refused-* hours-group-* hours-sum-* hours-said-*
hours-title = Mes heures
hours-lead = Une heure tenue est une heure payée. Vérifiez vos lignes, le chef d’établissement les approuve.
hours-months = Mois
hours-month = Mois
hours-print = Imprimer
hours-add = Ajouter une heure sur place
hours-add-lead = Pour Devoirs faits au collège. Ces heures sont montrées à côté de celles à distance, qui s’y ajoutent. Elles sont payées par ailleurs.
hours-school = Heures du collège
hours-schools = Établissements
hours-school-of = Établissement
hours-none = Aucune heure ce mois-ci
hours-none-text = Les heures apparaissent ici d’elles-mêmes, après chaque permanence et chaque rendez-vous tenus.
hours-confirm-all = Tout est juste, je confirme le mois
hours-confirm = C’est juste, je confirme
hours-from-to = de { $from } à { $to }
hours-open = Voir la ligne
hours-state-proposed = À confirmer
hours-state-confirmed = Confirmée
hours-state-approved = Approuvée
hours-state-refused = Refusée
hours-source-duty = Permanence du bureau d’aide
hours-source-meeting = Rendez-vous
hours-source-entry = Saisie par l’enseignant
hours-at-school = au collège
hours-came = { $n ->
    [0] Aucun élève n’est venu.
    [one] 1 élève est venu.
   *[other] { $n } élèves sont venus.
}
hours-expected = { $n ->
    [one] 1 élève était attendu.
   *[other] { $n } élèves étaient attendus.
}
hours-ruled = Tenu : { $held }. Compté : { $due }, selon la règle de l’académie ({ $rule }).
hours-counted = Compté : { $due }.
hours-beside = Tenu : { $held }. Payé par ailleurs.
hours-rule-full = temps payé en entier
hours-rule-half = moitié du temps
hours-rule-nothing = rien n’est payé
hours-rule-minimum = 30 minutes au plus
hours-twice = Une autre ligne couvre la même heure. Une heure n’est payée qu’une fois : l’une des deux est à refuser.
hours-year = Mois par mois
hours-approved = À distance, approuvé
hours-waiting = À distance, en attente
hours-on-site = Sur place
hours-on-site-before = Sur place, un an avant
hours-distance = À distance
hours-unknown = non saisi
hours-sheet = Relevé d’heures
hours-sheet-hint = Pour imprimer cette page, utilisez le menu de votre navigateur.
hours-sheet-lines = Lignes
hours-sheet-totals = Totaux
hours-signatures = Fait à ……………………, le ……………………  Signature de l’enseignant :  Signature du chef d’établissement :
hours-day = Jour
hours-what = Quoi
hours-held = Tenu
hours-due = À payer
hours-not-here = par ailleurs
hours-state = État
hours-from = De
hours-until = À
hours-pupils = Élèves venus
hours-save = Enregistrer
hours-line = Une ligne d’heures
hours-correct = Corriger
hours-correct-lead = La correction est datée et signée, et reste visible. Une ligne approuvée doit être approuvée à nouveau.
hours-minutes-held = Minutes tenues
hours-reason = Raison
hours-reason-hint = Exemple : « Deux élèves ont appelé après la fermeture. »
hours-correct-send = Enregistrer la correction
hours-approve = Approuver
hours-refuse-send = Refuser cette ligne
hours-word-hint = Le professeur le lira sur sa ligne et pourra corriger.
hours-history = Ce qui a été fait
hours-corrected = Correction : { $before } devient { $after } ; élèves venus : { $was } devient { $is }.
hours-was-approved = Approuvée pour { $due }.
hours-was-refused = Refusée.
hours-to-approve = À approuver
hours-all-decided = Rien n’attend votre accord ce mois-ci.
hours-look = Chercher les heures manquantes
hours-batches = Envois pour la paie
hours-batches-lead = Un envoi contient ce qui est approuvé et pas encore transmis, et les écarts dus aux corrections. Il peut être téléchargé à nouveau.
hours-send = Préparer l’envoi jusqu’à fin { $month }
hours-nothing-to-send = Rien à envoyer : tout ce qui est approuvé est déjà parti.
hours-batch = { $n ->
    [one] Jusqu’à { $month } : 1 ligne, { $total }
   *[other] Jusqu’à { $month } : { $n } lignes, { $total }
}
hours-in-addition = En plus, jamais à la place
hours-in-addition-lead = L’aide à distance s’ajoute à Devoirs faits au collège. Si l’aide sur place baisse, cela se voit ici.
hours-chart = Heures à distance et sur place
hours-chart-text = Pour chaque mois, les heures à distance puis les heures sur place. Le tableau donne les mêmes nombres.
hours-fell = L’aide sur place a baissé
hours-fell-month = En { $month } : { $now } sur place, contre { $before } un an avant.
hours-fell-text = L’aide à distance vient en plus. Voyez avec l’équipe ce qui a changé.
hours-before = Heures sur place de l’an dernier
hours-before-lead = Le nombre d’heures de Devoirs faits au collège, chaque mois de l’année scolaire passée. Laissez vide ce que vous ne savez pas.
hours-territory = Heures des établissements
hours-territory-until = De septembre à { $month }, tous programmes ensemble
hours-territory-none = Aucun établissement n’a encore d’heures.
hours-territory-table = Heures par établissement, sans nom
hours-people = Personnes
hours-total = Total
hours-rule = Quand personne ne vient
hours-rule-lead = Des élèves étaient attendus, aucun n’est venu : ce qui est payé à l’enseignant. Chaque ligne garde la règle de son jour.
hours-rule-none = Aucune règle n’est fixée : le temps est payé en entier.
hours-rule-since = Depuis le { $day } : { $rule }
hours-rule-now = En vigueur
hours-rule-new = Fixer une règle
hours-rule-question = Ce qui est payé
hours-rule-from = À partir du
hours-rule-from-hint = Aujourd’hui ou plus tard : ce qui est passé ne change pas.
hours-refused-meanwhile = Cette ligne a changé pendant ce temps. Relisez-la, puis recommencez.
hours-refused-own = Vos propres heures sont approuvées par quelqu’un d’autre.
hours-refused-same = La ligne dit déjà cela. Rien n’a été changé.
hours-refused-overlap = Une de vos lignes couvre déjà ce moment.
hours-say-from = Écrivez l’heure du début, par exemple 17:30.
hours-say-until = Écrivez l’heure de la fin : entre 5 minutes et 4 heures après le début.
hours-say-day = Choisissez un jour passé, depuis deux mois au plus.
hours-say-pupils = Écrivez un nombre d’élèves, de 0 à 99.
hours-say-minutes = Écrivez un nombre de minutes, de 0 à 240.
hours-say-reason = Dites pourquoi, en quelques mots.
hours-say-word = Écrivez un mot : l’enseignant doit savoir pourquoi.
hours-say-hours = Écrivez un nombre entier d’heures, ou laissez vide.
hours-say-rule = Choisissez une règle.
hours-say-since = Choisissez aujourd’hui ou un jour à venir.
hours-column-1 = Identifiant
hours-column-2 = Nom
hours-column-3 = Prénom
hours-column-4 = UAI
hours-column-5 = Établissement
hours-column-6 = Jour
hours-column-7 = De
hours-column-8 = À
hours-column-9 = Quoi
hours-column-10 = Élèves venus
hours-column-11 = Minutes tenues
hours-column-12 = Règle appliquée
hours-column-13 = Minutes dues
hours-way-own = Mes heures
hours-way-school = Les heures de l’école
hours-way-academie = Les heures de l’académie
hours-chapter = Les heures des professeurs
hours-figure-approved = Heures approuvées
hours-figure-pending = Heures en attente
hours-figure-teachers = Professeurs qui en ont donné
# used: hours-card-*
hours-card-confirm = { $h } h { $m } à confirmer
hours-card-confirm-more = La plus ancienne : { $since }
hours-card-confirm-do = Vérifier
hours-card-approve = { $h } h { $m } à approuver
hours-card-approve-more = Confirmées par les professeurs, depuis { $since }
hours-card-approve-do = Approuver
hours-card-batch = { $h } h { $m } à envoyer en paie
hours-card-batch-more = Heures approuvées, depuis { $since }
hours-card-batch-do = Envoyer
hours-source-named = Rendez-vous : { $title }
hours-by-teacher = Par professeur
hours-see-lines = { $n ->
    [one] Voir sa ligne
   *[other] Voir ses { $n } lignes
 }
hours-group-confirmed = Confirmées
hours-group-proposed = Pas encore confirmées
hours-group-decided = Approuvées ou refusées
hours-sum-confirmed = { $length } confirmées
hours-sum-proposed = { $length } pas encore confirmées
hours-sum-approved = { $length } approuvées
hours-sum-on-site = { $length } sur place
hours-sum-none = rien à payer
hours-stat-by = { $n ->
    [0] confirmées
    [one] confirmées, par une personne
   *[other] confirmées, par { $n } personnes
 }
hours-stat-proposed = { $n ->
    [one] pas encore confirmées : 1 ligne
   *[other] pas encore confirmées : { $n } lignes
 }
hours-stat-confirmed = Chez la direction
hours-stat-approved = Approuvé
hours-approve-confirmed = { $n ->
    [one] Approuver la ligne confirmée
   *[other] Approuver les { $n } lignes confirmées
 }
hours-approve-proposed = { $n ->
    [one] Approuver aussi celle qui ne l’est pas
   *[other] Approuver aussi les { $n } autres
 }
hours-approve-these = { $n ->
    [one] Approuver sa ligne
   *[other] Approuver ses { $n } lignes
 }
hours-back = Annuler la décision
hours-back-text = Tant que la ligne n’est pas partie en paie, la décision peut être annulée : la ligne attend de nouveau votre accord.
hours-was-back = La décision a été annulée.
hours-send-then = { $n ->
    [one] 1 ligne, { $total }. Une fois l’envoi préparé, l’approbation ne s’annule plus : une correction fera un écart dans l’envoi suivant.
   *[other] { $n } lignes, { $total }. Une fois l’envoi préparé, les approbations ne s’annulent plus : une correction fera un écart dans l’envoi suivant.
 }
hours-send-do = Préparer l’envoi
hours-nothing-to-send-title = Il n’y a rien à envoyer
hours-territory-xlsx = Télécharger mois par mois (XLSX)
hours-territory-file = Une ligne par établissement et par mois, sans nom de personne.
hours-refused-sent = La ligne est partie en paie, ou a changé depuis. Une correction fera un écart dans l’envoi suivant.
hours-refused-sent-title = Il est trop tard pour annuler
hours-refused-meanwhile-title = Cette ligne a changé
hours-refused-own-title = Ce sont vos heures
hours-refused-same-title = Il n’y a rien à changer
hours-refused-overlap-title = Deux fois la même heure
hours-said-confirmed = { $n ->
    [0] Rien n’était à confirmer.
    [one] 1 ligne confirmée, { $total }. La direction l’approuve ensuite.
   *[other] { $n } lignes confirmées, { $total }. La direction les approuve ensuite.
 }
hours-said-unconfirmed = { $n ->
    [0] Rien n’a changé : la direction a déjà décidé.
    [one] 1 ligne est de nouveau à confirmer.
   *[other] { $n } lignes sont de nouveau à confirmer.
 }
hours-said-decided = La direction avait déjà décidé de cette ligne.
hours-said-corrected = { $n ->
    [0] Correction enregistrée : { $held }, aucun élève. La direction doit l’approuver.
    [one] Correction enregistrée : { $held }, 1 élève. La direction doit l’approuver.
   *[other] Correction enregistrée : { $held }, { $n } élèves. La direction doit l’approuver.
 }
hours-said-entered = { $n ->
    [0] Heure ajoutée : { $day }, { $held }, aucun élève.
    [one] Heure ajoutée : { $day }, { $held }, 1 élève.
   *[other] Heure ajoutée : { $day }, { $held }, { $n } élèves.
 }
hours-said-approved = { $n ->
    [one] 1 ligne approuvée, { $total } à payer. Elle partira au prochain envoi.
   *[other] { $n } lignes approuvées, { $total } à payer. Elles partiront au prochain envoi.
 }
hours-said-approved-one = Ligne approuvée : { $name }, { $when }.
hours-said-refused = Ligne refusée : { $name }, { $when }. Votre mot se lit sur la ligne.
hours-said-nothing = Rien n’attendait plus : quelqu’un l’a fait entre-temps.
hours-said-back = { $n ->
    [0] Rien n’a changé : ces lignes sont parties en paie, ou ont changé depuis.
    [one] Approbation annulée : 1 ligne attend de nouveau votre accord.
   *[other] Approbation annulée : { $n } lignes attendent de nouveau votre accord.
 }
hours-said-back-one = Décision annulée : { $name }, { $when }. La ligne attend de nouveau votre accord.
hours-said-sent = { $n ->
    [one] Envoi préparé jusqu’à fin { $month } : 1 ligne, { $total }. Téléchargez-le ci-dessous pour la paie.
   *[other] Envoi préparé jusqu’à fin { $month } : { $n } lignes, { $total }. Téléchargez-le ci-dessous pour la paie.
 }
hours-said-before = Les heures de l’an dernier sont enregistrées.
hours-said-rule = Règle fixée à partir du { $day } : { $rule }.
hours-said-look = La recherche est lancée. Les heures retrouvées apparaîtront ici dans quelques minutes.
hours-column-14 = Minutes déjà transmises
hours-column-15 = Minutes à payer
hours-column-16 = Heures et minutes
hours-column-17 = Heures décimales
hours-column-18 = Mois
hours-column-19 = Minutes approuvées
hours-column-20 = En attente
hours-column-21 = Sur place
hours-column-22 = Personnes
hours-card-unsaid = { $h } h { $m } que personne n’a confirmées
hours-card-unsaid-more = Le mois est fini. La plus ancienne : { $since }
hours-card-unsaid-do = Voir
hours-correct-or-refuse = Corriger ou refuser
hours-not-counted = Sans vos propres heures, ni celles tenues en même temps qu’une autre : elles sont à regarder une par une.
hours-approve-before = { $n ->
    [one] Approuver cette ligne sans attendre
   *[other] Approuver ces { $n } lignes sans attendre
 }
hours-said-approved-beside = { $n ->
    [one] 1 ligne approuvée. Elle est payée par ailleurs.
   *[other] { $n } lignes approuvées. Elles sont payées par ailleurs.
 }
# used: hours-treatment-*
hours-treatment-pay = Heures et paie
hours-treatment-pay-for = Compter, approuver et payer les heures tenues.
hours-treatment-pay-whom = Personnels payés à l’heure, direction.
hours-treatment-pay-what = Heures, corrections, décisions, envois en paie, et leurs auteurs. Chacun ne voit que ses heures.
hours-treatment-pay-kept = Lignes d’un envoi en paie : cinq ans après l’envoi. Règles et comptes d’avant Préau : pour de bon, sans autre nom que celui de leur auteur.
