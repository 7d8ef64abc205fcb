//! Names for made-up people: given names and family names of the many origins a Norman school brings together. Written for
//! this house, drawn separately, so that a person who really bears one of the pairs does so by chance.

/// Given names of pupils.
#[rustfmt::skip] // a list to be read in lines
pub const CHILDREN: [&str; 150] = [
    "Inès", "Yanis", "Lina", "Noé", "Awa", "Tom", "Maïssa", "Sami", "Louise", "Gabriel", "Jade", "Raphaël",
    "Alice", "Léo", "Emma", "Louis", "Ambre", "Arthur", "Rose", "Jules", "Alba", "Adam", "Romy", "Maël", "Anna",
    "Lucas", "Lou", "Hugo", "Mia", "Liam", "Julia", "Sacha", "Chloé", "Nathan", "Léna", "Ethan", "Agathe", "Paul",
    "Iris", "Marius", "Nina", "Victor", "Juliette", "Martin", "Charlotte", "Mohamed", "Sofia", "Ibrahim", "Nour",
    "Ayoub", "Assia", "Bilal", "Yasmine", "Ismaël", "Safa", "Amine", "Salma", "Rayan", "Aya", "Youssef", "Hana",
    "Kenza", "Wassim", "Fatou", "Mamadou", "Aminata", "Moussa", "Mariam", "Souleymane", "Kadiatou", "Ousmane",
    "Djeneba", "Lamine", "Assetou", "Cheick", "Grâce", "Merveille", "Exaucé", "Divine", "Junior", "Elif", "Emir",
    "Zeynep", "Yusuf", "Defne", "Kerem", "Oksana", "Danylo", "Sofiia", "Maksym", "Polina", "Andriy", "Ana",
    "Diego", "Beatriz", "Tiago", "Inês", "Mateus", "Giulia", "Enzo", "Chiara", "Matteo", "Linh", "Minh", "Mai",
    "Quang", "Jun", "Yuna", "Wei", "Xin", "Aïcha", "Tiphaine", "Corentin", "Maëlle", "Erwan", "Solène", "Gwendal",
    "Clémence", "Baptiste", "Margaux", "Antoine", "Capucine", "Maxence", "Apolline", "Timothée", "Zoé", "Nolan",
    "Manon", "Mathis", "Camille", "Théo", "Sarah", "Axel", "Élise", "Gaspard", "Lucie", "Robin", "Éva", "Clément",
    "Jeanne", "Simon", "Célestine", "Valentin", "Margot", "Oscar", "Éléonore", "Basile", "Thaïs", "Côme",
    "Faustine",
];

/// Given names of adults.
#[rustfmt::skip] // a list to be read in lines
pub const ADULTS: [&str; 96] = [
    "Claire", "Marc", "Aminata", "Isabelle", "Youssef", "Thomas", "Nathalie", "Camille", "Samira", "Julie",
    "Karim", "Sophie", "Nicolas", "Céline", "Stéphane", "Sandrine", "Christophe", "Virginie", "Laurent",
    "Aurélie", "David", "Émilie", "Frédéric", "Stéphanie", "Sébastien", "Delphine", "Jérôme", "Karine", "Olivier",
    "Audrey", "Guillaume", "Élodie", "Vincent", "Caroline", "Benoît", "Marion", "Julien", "Hélène", "Mathieu",
    "Anne-Sophie", "Romain", "Laëtitia", "Cédric", "Magali", "Fabrice", "Nadia", "Rachid", "Fatima", "Mustapha",
    "Khadija", "Hassan", "Malika", "Abdel", "Leïla", "Farid", "Zohra", "Mourad", "Hayat", "Oumar", "Bintou",
    "Ibrahima", "Fanta", "Seydou", "Adama", "Mariama", "Boubacar", "Espérance", "Patience", "Dieudonné", "Ayşe",
    "Mehmet", "Hatice", "Mustafa", "Olena", "Serhiy", "Iryna", "Ivan", "Maria", "João", "Carla", "Rui", "Rosa",
    "Paolo", "Thi Lan", "Van Duc", "Mei", "Jian", "Priya", "Anand", "Gaëlle", "Yann", "Maryline", "Ludovic",
    "Séverine", "Bruno", "Béatrice",
];

/// Family names.
#[rustfmt::skip] // a list to be read in lines
pub const FAMILIES: [&str; 187] = [
    "Nouvel", "Benali", "Tellier", "Perrin", "Traoré", "Lefèvre", "Auvray", "Lebrun", "Diallo", "Hamelin",
    "Karam", "Guérin", "Roussel", "Morel", "Haddad", "Leroux", "Lemoine", "Duval", "Lecomte", "Lemonnier",
    "Lepage", "Leclerc", "Lecoq", "Lebreton", "Letellier", "Lemaître", "Leroy", "Legrand", "Lesueur", "Levasseur",
    "Lenormand", "Lechevalier", "Lehoux", "Hébert", "Marie", "Jeanne", "Vasseur", "Poulain", "Aubert", "Anquetil",
    "Bazire", "Bellanger", "Binet", "Bisson", "Blondel", "Bouchard", "Bourdon", "Caillot", "Cauchois",
    "Chevallier", "Colas", "Cousin", "Dajon", "Delamare", "Delaunay", "Deschamps", "Desmares", "Drouet", "Dubosc",
    "Dumont", "Dupuis", "Enault", "Esnault", "Fauvel", "Fleury", "Fontaine", "Fouquet", "Gautier", "Godefroy",
    "Gosselin", "Grandin", "Groult", "Guillot", "Harel", "Heuzé", "Houel", "Huet", "Jouenne", "Jourdain", "Lamy",
    "Langlois", "Lanoë", "Lavigne", "Maillard", "Mallet", "Marchand", "Maupas", "Mauger", "Mercier", "Michel",
    "Moulin", "Noël", "Onfray", "Osmont", "Paris", "Pasquier", "Patin", "Picard", "Pigeon", "Piel", "Pottier",
    "Quesnel", "Quéru", "Renault", "Ricard", "Rivière", "Robine", "Saillard", "Simon", "Surville", "Tanguy",
    "Thiébaut", "Tiphaigne", "Toutain", "Turgis", "Vallée", "Vautier", "Viel", "Vigot", "Yvon", "Amrani",
    "Azzouz", "Belkacem", "Benhaddou", "Bouchama", "Boukhris", "Chaoui", "Cherif", "El Amri", "El Idrissi",
    "Ferhat", "Ghezali", "Hamidi", "Kaddour", "Khelifi", "Lahlou", "Mansouri", "Meziane", "Ouali", "Rahmani",
    "Saadi", "Tazi", "Zerrouki", "Ba", "Bah", "Camara", "Cissé", "Coulibaly", "Diarra", "Diop", "Fofana", "Keïta",
    "Koné", "Ndiaye", "Sow", "Sylla", "Touré", "Ilunga", "Kabongo", "Mbemba", "Mukendi", "Nzuzi", "Okoye",
    "Aydın", "Çelik", "Demir", "Kaya", "Yıldız", "Bondarenko", "Kovalenko", "Melnyk", "Shevchuk", "Almeida",
    "Carvalho", "Ferreira", "Gonçalves", "Pereira", "Ribeiro", "Bianchi", "Ferrari", "Moretti", "Chen", "Huang",
    "Lin", "Nguyen", "Pham", "Tran",
];
