mod care;
mod door;
mod pages;
mod presence;
mod servers;
mod tools;
mod town;
