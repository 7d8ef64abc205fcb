reading-chapter = Les ateliers
reading-figure-held = Ateliers tenus
reading-figure-came = Places prises où le lecteur est venu
reading-figure-read = Temps passé à lire ensemble
