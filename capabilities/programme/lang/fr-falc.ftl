# Brouillon, pas encore relu par une personne dont c’est la langue. Draft, not yet read by a native.
programme-read-publics = Pour quoi faire
programme-read-modalities = Comment
programme-read-hours = Quand
programme-read-where = Où
programme-read-tools = Avec quels outils
programme-read-contacts = Qui peut vous aider
programme-read-charter = Les règles
programme-read-home = À la maison
programme-read-bus = Le dernier bus arrive à la maison vers { $time }.
programme-read-open = Ouvert : { $open }
programme-read-seats = { $n ->
    [one] { $n } place
   *[other] { $n } places
 }
programme-read-referent = { $name }, la personne qui aide pour l’ordinateur et internet
programme-read-contacts-none = Demandez au collège.
programme-protocol-of = Comment { $school } aide
programme-in-force = Depuis le { $day }
programme-superseded-text = Il y a une page plus nouvelle.
programme-print = Imprimer sur papier
programme-protocols = Ce que le collège propose
programme-protocols-none = Il n’y a rien ici aujourd’hui
programme-protocols-none-text = Le collège va écrire comment il aide. Ce sera ici.
programme-hours = { $day } : de { $from } à { $to }
programme-public-aide = Aide aux devoirs
programme-public-explicitation = Expliquer un exercice ou une leçon
programme-public-remise-a-niveau = Revoir ce qui manque
programme-public-remediation = Travailler encore ce qui est difficile
programme-public-decrochage = Aider les élèves qui ont envie d’arrêter l’école
programme-modality-salle-groupe = Travailler en groupe dans une salle vidéo
programme-modality-petit-groupe = Rendez-vous en petit groupe, en vidéo
programme-modality-bar = Le bureau d’aide : 1 question, 1 réponse
programme-modality-telephone = Un professeur peut téléphoner
programme-modality-classe-orale = Parler avec le professeur par internet
programme-modality-professeur-au-college = Le professeur est au collège. Les élèves sont ailleurs.
programme-way-protocol = Les règles de l’aide
