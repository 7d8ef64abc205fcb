mod care;
mod door;
mod pages;
mod presence;
mod tools;
mod town;
