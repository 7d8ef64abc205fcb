# used: programme-added-* programme-removed-* programme-change-line-added-* programme-change-line-removed-* programme-public-* programme-modality-* programme-heading-* programme-state-* programme-states-* programme-pilot-* programme-head-* programme-stage-* programme-decided-* programme-decision-* programme-kind-* programme-decide-go-*
programme-title = Programmes
programme-lead = Ce que l’académie met en place pour une année : la fiche, les établissements, les protocoles, le bilan.
programme-new = Nouveau programme
programme-new-lead = Une minute suffit : la fiche, les étapes et le jour du bilan sont déjà remplis. Tout se change ensuite.
programme-none = Aucun programme pour l’instant
programme-none-text = Quand l’académie en ouvrira un, il sera ici.
programme-year = Année { $years }
programme-engaged = { $n ->
    [0] aucun établissement engagé
    [one] { $n } établissement engagé
    *[other] { $n } établissements engagés
    }
programme-runs = En cours
programme-coming = À venir
programme-over = Terminé, à décider
programme-experiences = Retours d’expérience et ressources
programme-template = Modèle
programme-blank = Fiche vide
programme-blank-text = Vous écrivez chaque rubrique vous-même.
programme-name = Nom du programme
programme-name-hint = Laissez vide pour garder le nom du modèle.
programme-school-year = Année scolaire
programme-academie = Académie
programme-create = Créer le programme
programme-bilan-due = bilan attendu le { $day }
programme-stat-engaged = Engagés
programme-stat-applied = Candidatures
programme-stat-protocols = Protocoles publiés
programme-stat-bus = Élèves en car, en moyenne
programme-next = Voir le programme de l’année suivante
programme-schools = Établissements
programme-write = Écrire la fiche
programme-steps = Étapes de l’année
programme-partners = Partenaires
programme-proposals = Expériences proposées
programme-mine = Votre établissement
programme-school-page = Ouvrir sa page
programme-sheet = La fiche
programme-sheet-none = La fiche est vide
programme-sheet-none-text = Elle n’est pas encore écrite.
programme-pilot = Pilote
programme-steps-none = Aucune étape n’est notée.
programme-reached = Atteinte
programme-late = En retard
programme-ahead = À venir
programme-bilan = Bilan
programme-spread = Répartition par département
programme-spread-none = Aucun établissement n’est encore engagé.
programme-colleges = { $n ->
    [one] { $n } établissement
    *[other] { $n } établissements
    }
programme-measures = Indicateurs
programme-measures-lead = À partir de ce qui s’est passé ici ; personne ne les ressaisit.
programme-measures-none = Les nombres ne sont pas encore comptés.
programme-by-school = Par établissement
programme-schools-none = Aucun établissement pour l’instant
programme-schools-none-text = Engagez-en un, ou attendez les candidatures.
programme-schools-caption = Établissements du programme
programme-school = Établissement
programme-departement = Département
programme-state = Situation
programme-bus-short = Élèves en car
programme-protocol = Protocole
programme-version = Version { $n }
programme-starts = Premier jour
programme-ends = Dernier jour
programme-bilan-day = Jour du bilan
programme-save = Enregistrer
programme-partners-none = Aucun partenaire pour l’instant
programme-partner-add = Ajouter un partenaire
programme-partner-name = Nom
programme-partner-hint = Un organisme : la Drane, Canopé, une collectivité…
programme-partner-role = Ce qu’il fait
programme-remove = Retirer
programme-add = Ajouter
programme-due = Pour le { $day }
programme-due-on = Attendu le { $day }
programme-reached-on = atteinte le { $day }
programme-unreach = Pas encore atteinte
programme-reach = C’est fait
programme-step-add = Ajouter une étape
programme-step-title = Étape
programme-step-day = Pour quel jour ?
programme-since = depuis le { $day }
programme-since-short = Depuis le
programme-bus-said = { $n } % des élèves dépendent des cars
programme-move = Répondre ou changer
programme-word = Un mot (si vous voulez)
programme-word-said = Ce qui a été dit
programme-engage = Engager un établissement
programme-seek = Chercher
programme-seek-hint = Un nom, une commune ou un UAI.
programme-seek-go = Chercher
programme-seek-none = Rien de ce nom parmi les établissements qui ne sont pas engagés.
programme-seek-more = { $n } établissements sur { $count } sont ici. Ajoutez un mot pour trouver les autres.
programme-uai = UAI de l’établissement
programme-uai-hint = Sept chiffres et une lettre.
programme-bus = Part des élèves qui dépendent des cars scolaires, en %
programme-bus-hint = Un nombre de 0 à 100. Une estimation suffit.
programme-bus-pilot-hint = Si vous la connaissez.
programme-place = Participation
programme-protocol-none = Aucun protocole publié.
programme-protocol-read = Lire le protocole
programme-versions = Versions et changements
programme-draft-read = Relire avant publication
programme-publish = Publier
programme-written = écrite le { $day }
programme-protocol-write = Écrire le protocole
programme-remarks = Remarques des équipes
programme-remarks-none = Aucune remarque pour l’instant.
programme-remark-drop = Retirer ma remarque
programme-remark = Une remarque pour le bilan
programme-remark-hint = Ce qui marche, ce qui coince, ce qu’il faudrait changer. Sans nom de personne.
programme-remark-add = Ajouter la remarque
programme-publications-none = Votre établissement n’a encore rien proposé.
programme-published = Publié
programme-proposed = Proposé
programme-propose = Proposer une expérience ou une ressource
programme-propose-lead = Votre texte sera relu par l’académie, puis publié pour tous sous le nom de l’établissement.
programme-propose-go = Proposer
programme-protocol-lead = Ce que votre établissement propose aux élèves. La direction l’approuve, puis les familles en sont informées.
programme-read-publics = Pour quoi faire
programme-read-modalities = Comment
programme-read-hours = Quand
programme-read-where = Où
programme-read-tools = Avec quels outils
programme-read-contacts = À qui demander
programme-read-charter = La charte
programme-read-home = À la maison
programme-read-bus = Le dernier car ramène les élèves chez eux vers { $time }.
programme-read-open = Ouvert : { $open }
programme-read-seats = { $n ->
    [one] { $n } place
    *[other] { $n } places
    }
programme-read-referent = { $name }, pour les questions de numérique
programme-read-contacts-none = Adressez-vous à l’école.
programme-other-publics = Autre chose
programme-one-a-line = Une par ligne.
programme-hours-hint = Laissez vides les jours sans aide.
programme-day-from = Le { $day }, de
programme-day-to = Le { $day }, à
programme-bus-home = Heure à laquelle le dernier car a ramené les élèves
programme-bus-home-hint = L’aide commence après, pour que personne ne la manque.
programme-places-hint = Un tiers-lieu : médiathèque, mairie, association… Laissez vide s’il n’y en a pas.
programme-place-n = Lieu { $n }
programme-place-name = Nom du lieu
programme-place-address = Adresse
programme-place-open = Jours et heures d’ouverture
programme-place-seats = Nombre de places
programme-contacts-hint = Une par ligne : la fonction et comment la joindre, sans nom de personne.
programme-referent-none = Personne n’est nommé ici pour les questions de numérique.
programme-referent-shown = Le nom de la personne à qui demander pour le numérique s’ajoute tout seul : { $names }.
programme-draft-save = Enregistrer et relire
programme-protocol-of = Protocole, { $school }
programme-lacks = Il manque encore quelque chose
programme-lack-publics = Dites pour quoi les élèves viennent.
programme-lack-modalities = Choisissez au moins une façon d’aider.
programme-lack-hours = Donnez au moins un jour et ses heures.
programme-lack-where = Dites où les élèves travaillent.
programme-before-bus = Ces jours-là, l’aide commence avant le retour du dernier car
programme-changes = Ce qui change
programme-same = Rien ne change par rapport à la version publiée : il n’y a rien à publier.
programme-publish-sure = Publier ?
programme-publish-sure-text = Toutes les familles de l’établissement reçoivent une nouvelle lettre, et sont invitées à dire si elles sont d’accord. Ce qui est publié ne se reprend pas : on le corrige par une version nouvelle.
programme-publish-now = Publier maintenant
programme-publish-not = Ne pas publier
programme-approve-publish = Approuver et publier
programme-approve = Approuver
programme-head-next = La direction peut maintenant approuver ce protocole.
programme-in-force = En vigueur depuis le { $day }
programme-superseded-text = Ce protocole a été remplacé.
programme-print = Imprimer
programme-print-entire = Tout afficher, pour imprimer
programme-protocols = Ce que le collège propose
programme-protocols-none = Rien n’est encore publié
programme-protocols-none-text = Quand le collège aura publié son protocole, il sera ici.
programme-published-on = Publiée le { $day }
programme-first-version = Première version.
programme-pilot-word = Le mot du pilote
programme-pilot-word-label = Ce que vous retenez de l’année
programme-decide = Que devient le programme ?
programme-decide-hint = Une décision ne se prend qu’une fois.
programme-decision-why = Pourquoi ?
programme-kind = Que proposez-vous ?
programme-experience-title = Titre
programme-experience-text = Texte
programme-experience-hint = Ce que vous avez fait, ce que cela a changé, ce que vous referiez. Aucun nom de personne.
programme-experience-link = Adresse d’une page ou d’un document (si vous voulez)
programme-experience-link-hint = Elle commence par https://
programme-proposals-none = Les équipes n’ont encore rien proposé
programme-unpublish = Retirer des pages publiques
programme-publish-one = Publier pour tous
programme-experiences-lead = Ce que les établissements ont essayé, ce qu’ils en retiennent, ce qui peut resservir.
programme-experiences-none = Rien n’est encore publié
programme-figure-share = { $percent } % ({ $n } sur { $of })
programme-hours = { $day }, de { $from } à { $to }
programme-change-public-added = On peut maintenant venir pour : { $what }.
programme-change-public-removed = On ne vient plus pour : { $what }.
programme-change-day-added = Le { $day } a été ajouté, de { $from } à { $to }.
programme-change-day-removed = Il n’y a plus d’aide le { $day }.
programme-change-day-moved = Le { $day }, c’est maintenant de { $from } à { $to }.
programme-change-bus = Le dernier car ramène maintenant les élèves vers { $time }.
programme-change-bus-none = L’heure du dernier car n’est plus donnée.
programme-change-home-added = On peut maintenant travailler à la maison.
programme-change-home-removed = On ne travaille plus à la maison.
programme-change-place-added = Nouveau lieu : { $name }.
programme-change-place-removed = On ne va plus à : { $name }.
programme-change-place = { $name } : { $address }, { $open }, { $seats ->
    [0] nombre de places non dit
    [one] { $seats } place
    *[other] { $seats } places
    }.
programme-change-line-added-publics = On peut maintenant venir pour : { $line }.
programme-change-line-added-outils = Nouvel outil : { $line }.
programme-change-line-added-contacts = Nouveau contact : { $line }.
programme-change-line-added-charte = Ajouté à la charte : { $line }
programme-change-line-removed-publics = On ne vient plus pour : { $line }.
programme-change-line-removed-outils = Outil retiré : { $line }.
programme-change-line-removed-contacts = Contact retiré : { $line }.
programme-change-line-removed-charte = Retiré de la charte : { $line }
programme-added-salle-groupe = Les salles virtuelles pour les groupes sont maintenant proposées.
programme-added-petit-groupe = Le rendez-vous en petit groupe est maintenant proposé.
programme-added-bar = Le bureau d’aide rapide est maintenant proposé.
programme-added-telephone = Le téléphone est maintenant proposé.
programme-added-classe-orale = La classe virtuelle pour l’oral est maintenant proposée.
programme-added-professeur-au-college = Le professeur peut maintenant aider depuis le collège.
programme-removed-salle-groupe = Les salles virtuelles pour les groupes ne sont plus proposées.
programme-removed-petit-groupe = Le rendez-vous en petit groupe n’est plus proposé.
programme-removed-bar = Le bureau d’aide rapide n’est plus proposé.
programme-removed-telephone = Le téléphone n’est plus proposé.
programme-removed-classe-orale = La classe virtuelle pour l’oral n’est plus proposée.
programme-removed-professeur-au-college = Le professeur n’aide plus depuis le collège.
programme-public-aide = Aide aux devoirs
programme-public-explicitation = Explication d’une consigne ou d’une leçon
programme-public-remise-a-niveau = Remise à niveau
programme-public-remediation = Reprise de ce qui n’est pas compris (remédiation)
programme-public-decrochage = Prévention du décrochage
programme-modality-salle-groupe = Salles virtuelles pour travailler en groupe
programme-modality-petit-groupe = Rendez-vous en petit groupe, en visio
programme-modality-bar = Bureau d’aide rapide : une question, une réponse
programme-modality-telephone = Le bureau d’aide peut aussi rappeler par téléphone
programme-modality-classe-orale = Classe virtuelle pour s’exercer à l’oral
programme-modality-professeur-au-college = Le professeur est au collège, les élèves sont ailleurs
programme-heading-description = Description et finalité
programme-heading-territoire = Territoire
programme-heading-impacts = Impacts
programme-heading-moyens-financiers = Moyens financiers
programme-heading-moyens-humains = Moyens humains
programme-heading-moyens-juridiques = Moyens juridiques
programme-heading-effort = Effort demandé
programme-heading-temporalite = Temporalité
programme-heading-difficultes = Difficultés
programme-heading-perennisation = Ce qui le fera durer
programme-heading-evaluation = Évaluation et publicité
programme-heading-pilote = Pilote et partenaires
programme-heading-hint-description = Ce que c’est, et à quoi cela sert.
programme-heading-hint-territoire = Où, et avec quels établissements.
programme-heading-hint-impacts = Qui est concerné, et ce qui change pour eux.
programme-heading-hint-moyens-financiers = Budget, formation, équipement.
programme-heading-hint-moyens-humains = Qui, combien d’heures, comment elles sont payées.
programme-heading-hint-moyens-juridiques = Textes, conventions, données personnelles.
programme-heading-hint-effort = Ce que cela demande à chacun, et combien de temps.
programme-heading-hint-temporalite = Quand cela commence, quand on s’arrête pour regarder.
programme-heading-hint-difficultes = Ce qui est difficile, et ce qu’on y fait.
programme-heading-hint-perennisation = Ce qu’il faut pour que cela continue.
programme-heading-hint-evaluation = Comment on saura, et à qui on le dira.
programme-state-proposed = À confirmer
programme-state-applied = Candidat
programme-state-engaged = Engagé
programme-state-declined = Non retenu
programme-state-left = Parti
programme-state-none = Ne participe pas
programme-states-proposed = À confirmer
programme-states-applied = Candidatures
programme-states-engaged = Engagés
programme-states-declined = Non retenus
programme-states-left = Partis
programme-pilot-candidature = Candidater
programme-pilot-engagement = Engager
programme-pilot-refus = Ne pas retenir
programme-pilot-depart = Mettre fin à la participation
programme-head-candidature = Participer
programme-head-engagement = Engager
programme-head-refus = Ne pas participer cette année
programme-head-depart = Se retirer
programme-stage-draft = Brouillon
programme-stage-approved = Approuvé
programme-stage-published = En vigueur
programme-stage-superseded = Remplacé
programme-decided-reconduire = Reconduit
programme-decided-adapter = Reconduit avec des changements
programme-decided-arreter = Arrêté
programme-decision-reconduire = Reconduire
programme-decision-adapter = Adapter
programme-decision-arreter = Arrêter
programme-decision-text-reconduire = Le programme de l’année suivante est créé, avec la même fiche.
programme-decision-text-adapter = Il est créé aussi, et sa fiche s’ouvre pour être changée.
programme-decision-text-arreter = Il n’y en aura pas l’année suivante.
programme-kind-retour = Retour d’expérience
programme-kind-ressource = Ressource
programme-refused-names = Ce texte nomme des personnes de l’établissement : { $names }. Écrivez plutôt leur fonction.
programme-refused-moved = La situation de cet établissement a changé entre-temps. Regardez-la de nouveau.
programme-refused-decided = La décision est déjà prise.
programme-refused-overwritten = Quelqu’un a modifié le protocole entre-temps. Ouvrez de nouveau sa page avant de l’enregistrer ou de l’approuver.
programme-refused-not-engaged = L’établissement n’est pas engagé : le protocole pourra être publié quand il le sera.
programme-refused-lacking = Il manque encore quelque chose dans ce protocole.
programme-refused-nothing = Il n’y a rien à approuver ni à publier.
programme-say-name = Donnez un nom au programme.
programme-say-year = Choisissez l’année scolaire.
programme-say-day = Donnez un jour, par exemple 15/06/2027.
programme-say-after = Le dernier jour vient après le premier.
programme-say-partner = Donnez le nom du partenaire.
programme-say-step = Dites quelle étape.
programme-say-uai = Aucun établissement ouvert de l’académie n’a cet UAI.
programme-say-percent = Donnez un nombre de 0 à 100.
programme-say-remark = Écrivez votre remarque.
programme-say-time = Donnez une heure, par exemple 17:30.
programme-say-later = L’heure de fin vient après l’heure de début.
programme-say-until = Dites jusqu’à quelle heure.
programme-say-from = Dites à partir de quelle heure.
programme-say-place = Donnez le nom du lieu.
programme-say-seats = Donnez un nombre de places.
programme-say-title = Donnez un titre.
programme-say-text = Écrivez votre texte.
programme-say-link = L’adresse commence par https:// puis le nom d’un site, sans espace, et sans « @ » devant ce nom.
programme-way-protocol = Les règles de l’aide
programme-counted-on = Compté le { $day } à { $time }.
programme-count-again = Compter à nouveau
programme-bilan-of = { $name }, { $years }
programme-cover = Bilan de l’année { $years }
programme-cover-academie = Académie de { $name }
programme-cover-names = Aucun élève n’est nommé ; rien n’est montré sous cinq réponses.
programme-verdict-sign = Date, nom et signature
programme-csv = Les nombres (CSV)
programme-decision = La décision
programme-chapters = Ce qui s’est passé
programme-method = Chaque nombre est compté à partir de ce qui s’est passé dans Préau, en une fois pour toutes les pages. Un pourcentage sans réponse est laissé vide. Les réponses au questionnaire ne sont montrées qu’à partir de cinq.
programme-delay-minutes = { $n } min
programme-delay-hours = { $n } h
programme-delay-days = { $n ->
    [one] { $n } jour
    *[other] { $n } jours
    }
programme-chart-count = Nombre
programme-chart-all = Ensemble
programme-chart-table = Les mêmes nombres en tableau
programme-tools = Les outils de l’équipe
programme-decide-from = La décision se prend à partir du { $day }.
programme-decide-follows = Ce qui va suivre
programme-decide-schools = { $n ->
    [0] Aucun établissement n’est engagé : personne ne sera sollicité.
    [one] L’établissement engagé sera sollicité pour l’année suivante ; sa direction dira si elle continue.
    *[other] Les { $n } établissements engagés seront sollicités pour l’année suivante ; chaque direction dira si elle continue.
    }
programme-decide-until = Cette année continue sans changement jusqu’au { $day }.
programme-decision-why-hint = Ce motif est lu par les équipes. Sans nom de personne.
programme-decide-go-reconduire = Décider de reconduire
programme-decide-go-adapter = Décider d’adapter
programme-decide-go-arreter = Décider d’arrêter
programme-not-now = Revenir sans rien changer
programme-say-why = Dites pourquoi, en une phrase.
programme-pilot-page = Qui pilote
programme-piloted-by = { $name } pilote ce programme.
programme-piloted-by-nobody = Personne ne pilote plus ce programme.
programme-pilot-alone = L’académie n’a pas d’autre pilote à qui le confier.
programme-pilot-to = Le confier à
programme-pilot-to-hint = Vous le verrez encore, sans pouvoir le changer.
programme-pilot-give = Confier le programme
programme-pilot-take-text = Son pilote n’est plus en poste. En le reprenant, vous pourrez écrire la fiche, engager des établissements et décider.
programme-pilot-take = Le reprendre
programme-pilot-other = Seul son pilote peut le confier à quelqu’un d’autre.
programme-delete = Supprimer ce programme
programme-delete-ask = Supprimer « { $name } » ?
programme-delete-then-sheet = La fiche et les étapes sont effacées.
programme-delete-then-schools = Les candidatures reçues sont effacées.
programme-delete-then-never = Rien ne pourra les faire revenir.
programme-delete-keep = Garder le programme
programme-delete-go = Supprimer
programme-refused-early = Il est trop tôt pour décider. Le jour est indiqué sur le bilan.
programme-refused-lived = Un établissement y a pris part : il ne peut plus être supprimé.
programme-refused-piloted = Son pilote est toujours en poste : c’est à lui de le confier.
programme-refused-no-pilot = Choisissez un pilote de l’académie.
# used: programme-card-*
programme-card-answer = Votre établissement continue-t-il ?
programme-card-answer-more = { $about }
programme-card-answer-do = Répondre
programme-card-approve = Un protocole est à relire et à approuver
programme-card-approve-more = { $about }, écrit { $since }
programme-card-approve-do = Relire
programme-card-publish = Le protocole approuvé n’est pas encore publié
programme-card-publish-more = { $about } : les familles n’en savent rien.
programme-card-publish-do = Publier
programme-card-applied = { $n ->
    [one] Un établissement demande à participer
   *[other] { $n } établissements demandent à participer
 }
programme-card-applied-more = { $about }
programme-card-applied-do = Répondre
programme-card-proposed = { $n ->
    [one] Un retour d’expérience à publier
   *[other] { $n } retours d’expérience à publier
 }
programme-card-proposed-more = { $about }
programme-card-proposed-do = Lire
programme-card-late = Étape à cocher : { $about }
programme-card-late-do = Dire où on en est
programme-card-milestone = Étape à venir : { $about }
programme-card-milestone-do = Voir
programme-card-bilan = Le bilan attend votre texte
programme-card-bilan-more = { $about }
programme-card-bilan-do = Écrire
programme-card-decide = Une décision est à prendre pour l’an prochain
programme-card-decide-more = { $about }
programme-card-decide-do = Décider

# What is found
programme-found = Programmes
programme-first-programme = Un programme est ouvert
programme-first-programme-text = Un pilote de l’académie ouvre un programme, comme Devoirs faits à distance.
programme-first-protocol = Un protocole est publié
programme-first-protocol-text = La direction écrit comment son établissement s’y prend, puis le publie : les familles sont alors prévenues.
programme-first-engaged = Un établissement y est engagé
programme-first-engaged-text = La direction demande à y participer, dans Programmes ; le pilote accepte.
# used: programme-treatment-*
programme-treatment-steering = Pilotage des programmes
programme-treatment-steering-for = Décider d’un programme, y engager des établissements, en faire le bilan.
programme-treatment-steering-whom = Personnels qui pilotent, dirigent ou rédigent.
programme-treatment-steering-what = Qui a décidé, rédigé, approuvé ou proposé quoi, et quand ; aucune donnée d’élève.
programme-treatment-steering-kept = Programmes, engagements et textes publiés : pour de bon, pour comparer les années ; l’auteur effacé n’y est plus nommé.

# The map and the table of its schools
# used: programme-mark-*
programme-map = Carte et tableau
programme-map-drawing = La carte
programme-map-table = Le tableau
programme-map-title = Carte des établissements, { $name }
programme-map-text = { $well } où l’aide a lieu, { $look } à regarder, { $later } pas encore. Le tableau dit la même chose.
programme-map-lead = { $n ->
    [0] Aucun établissement n’aide encore.
    [one] Un établissement aide ses élèves.
   *[other] { $n } établissements aident leurs élèves.
 } { $look ->
    [0] Aucun ne demande un regard.
    [one] Un demande un regard.
   *[other] { $look } demandent un regard.
 }
programme-map-key = Légende
programme-mark-va-bien = l’aide a lieu
programme-mark-a-regarder = à regarder
programme-mark-pas-encore = pas encore
programme-mark-sans-protocole = protocole à écrire
programme-map-source = Contours : IGN et INSEE, Licence Ouverte.
programme-map-same = Le même en tableau
programme-looks = À regarder
programme-looks-none = Rien ne demande un regard aujourd’hui.
programme-looks-more = { $n ->
    [one] Et un autre
   *[other] Et { $n } autres
 }
programme-look-go = Voir
programme-look-protocol = pas de protocole depuis { $n } jours
programme-map-lines = Semaine après semaine.
programme-map-before = En pointillé, l’an dernier.
programme-map-against = contre { $n }
programme-map-line = { $name } : de { $from } à { $to } par semaine
programme-map-caption = Les établissements, ceux à regarder d’abord
programme-map-how = Où il en est
programme-map-every = Tous
programme-map-named = Nom ou commune
programme-map-filter = Filtrer
programme-map-unfilter = Tout montrer
programme-map-count = { $n ->
    [one] { $n } établissement
   *[other] { $n } établissements
 } sur { $of }
programme-map-nothing = Aucun établissement ne répond à cela
programme-map-nothing-text = Enlevez un filtre, ou raccourcissez le nom.
programme-map-all = { $n ->
    [one] La carte et le tableau
   *[other] Les { $n } établissements : trier, filtrer
 }
programme-map-others = Vos autres programmes :
programme-map-csv = Le tableau (CSV)
programme-xlsx = Le tableau (XLSX)
programme-commune = Commune
programme-card-engaged = Votre participation est acceptée
programme-card-engaged-more = { $about } : reste à écrire le protocole.
programme-card-engaged-do = Écrire
programme-card-declined = Votre établissement n’a pas été retenu
programme-card-declined-more = { $about }
programme-card-declined-do = Lire la réponse

# used: programme-moved-*
programme-tick = Cochez les établissements à engager.
programme-tick-all = Cocher toute la page
programme-engage-ticked = Engager les établissements cochés
programme-say-ticked = Cochez au moins un établissement qui attend une réponse.
programme-engaged-all = { $n ->
    [one] Un établissement est engagé. Sa direction le voit sur sa page du jour.
   *[other] { $n } établissements sont engagés. Chaque direction le voit sur sa page du jour.
 }
programme-moved-engaged = C’est fait : { $name } est engagé. Sa direction le voit sur sa page du jour.
programme-moved-declined = C’est fait : { $name } n’est pas retenu. Sa direction le voit sur sa page du jour.
programme-moved-left = C’est fait : { $name } ne participe plus.
programme-moved-back = { $n ->
    [0] Rien n’a été remis : l’établissement a déjà commencé son protocole, ou sa situation a changé.
    [one] Un établissement est revenu où il en était.
   *[other] { $n } établissements sur { $of } sont revenus où ils en étaient.
 }

# What each form answers
# used: programme-said-decision-* programme-said-head-* programme-title-*
programme-said-decision-reconduire = La décision est prise. Voici le programme de l’année suivante.
programme-said-decision-adapter = La décision est prise. Changez ici la fiche de l’année suivante.
programme-said-decision-arreter = La décision est prise : le programme ne reprendra pas.
programme-said-head-applied = Votre candidature est envoyée. L’académie vous répondra sur votre page du jour.
programme-said-head-engaged = Votre établissement participe.
programme-said-head-declined = C’est noté : votre établissement ne participe pas cette année.
programme-said-head-left = C’est noté : votre établissement ne participe plus.
programme-said-remark = Votre remarque est ajoutée.
programme-said-remark-dropped = Votre remarque est retirée.
programme-said-sheet = La fiche est enregistrée.
programme-said-partner = { $name } est parmi les partenaires.
programme-said-partner-changed = C’est enregistré pour { $name }.
programme-said-partner-dropped = { $name } n’est plus parmi les partenaires.
programme-said-created = Le programme est créé : sa fiche et ses étapes sont prêtes. Vous pouvez engager des établissements.
programme-said-word = Votre texte est enregistré.
programme-said-counted = Les nombres viennent d’être comptés.
programme-said-draft = Le brouillon est enregistré. Relisez-le ici.
programme-said-approved = Le protocole est approuvé.
programme-said-published = Le protocole est publié : les familles vont en être informées.
programme-said-step = Étape ajoutée : { $title }.
programme-said-reached = Étape atteinte : { $title }.
programme-said-unreached = Étape à faire de nouveau : { $title }.
programme-said-step-dropped = Étape retirée : { $title }.
programme-said-proposed = Votre texte est proposé. Il sera publié une fois relu.
programme-said-experience = C’est publié pour tous.
programme-said-withdrawn = C’est retiré des pages publiques.
programme-said-given = Le programme est confié à { $name }.
programme-said-taken = Vous pilotez maintenant ce programme.
programme-said-deleted = Le programme est supprimé.
programme-title-changed = Quelque chose a changé entre-temps
programme-title-decided = C’est déjà décidé
programme-title-early = C’est un peu tôt
programme-title-lived = Ce programme a déjà servi
programme-title-piloted = Ce programme a déjà son pilote
programme-title-not-engaged = L’établissement n’est pas engagé
