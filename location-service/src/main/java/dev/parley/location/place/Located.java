package dev.parley.location.place;

import dev.parley.contracts.location.Location;
import java.util.List;

/** What a name may mean, best match first; empty when nothing of that name is known. */
public record Located(List<Location> locations) {}
