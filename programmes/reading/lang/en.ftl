reading-chapter = The workshops
reading-figure-held = Workshops held
reading-figure-came = Places taken where the reader came
reading-figure-read = Time spent reading together
