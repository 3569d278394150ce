package dev.parley.location.place;

import dev.parley.platform.security.RequiresRole;
import dev.parley.platform.security.Role;
import dev.parley.platform.web.Limit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/locations")
@Tag(name = "Locations", description = "Where things are, and what is there")
@RequiresRole(Role.USER)
class LocationController {
    private final Lookups lookups;

    LocationController(Lookups lookups) {
        this.lookups = lookups;
    }

    @GetMapping("/geocode")
    @Operation(
            summary = "Finds where something is",
            description =
                    "Cities, and neighbourhoods of some. Best match first, then by population."
                            + " Country, state or city narrow it down, with or without commas: `London, Ontario`, `Berlin Mitte`."
                            + " Case and accents do not count, the beginning of a name is enough, a small typing error is forgiven.")
    @ApiResponse(responseCode = "200", description = "What the query may mean; `items` is empty when nothing is known")
    GeocodeAnswer geocode(
            @Parameter(description = "A name, with or without what it is part of", example = "Austin, TX")
                    @RequestParam
                    @NotBlank
                    @Size(max = Bounds.MAX_TEXT)
                    String q,
            Limit limit) {
        return GeocodeAnswer.of(q, lookups.geocode(q, limit.value()), lookups.geocoder());
    }

    @GetMapping("/reverse")
    @Operation(summary = "Finds the city nearest to a point")
    @ApiResponse(responseCode = "200", description = "The city and how far it is, even when that is far")
    ReverseAnswer reverse(
            @Parameter(description = "Latitude in degrees", example = "52.52")
                    @RequestParam
                    @DecimalMin("-90")
                    @DecimalMax("90")
                    double lat,
            @Parameter(description = "Longitude in degrees", example = "13.405")
                    @RequestParam
                    @DecimalMin("-180")
                    @DecimalMax("180")
                    double lng) {
        GeoPoint point = new GeoPoint(lat, lng);
        return ReverseAnswer.of(point, lookups.nearest(point), lookups.geocoder());
    }

    @GetMapping("/places")
    @Operation(
            summary = "Finds places of a kind around a point",
            description =
                    "Without a maps provider these are invented demo places in Berlin, Paris, Austin and Singapore;"
                            + " each carries `source: demo`, and the answer an attribution that says so.")
    @ApiResponse(responseCode = "200", description = "What is there, best first; `items` is empty when there is none")
    PlacesAnswer places(
            @Parameter(description = "A kind of places or the name of one", example = "coffee bar")
                    @RequestParam
                    @NotBlank
                    @Size(max = Bounds.MAX_TEXT)
                    String q,
            @Parameter(description = "Latitude in degrees", example = "52.52")
                    @RequestParam
                    @DecimalMin("-90")
                    @DecimalMax("90")
                    double lat,
            @Parameter(description = "Longitude in degrees", example = "13.405")
                    @RequestParam
                    @DecimalMin("-180")
                    @DecimalMax("180")
                    double lng,
            @Parameter(description = "Metres around the point")
                    @RequestParam(name = "radius_m", defaultValue = "1000")
                    @Min(Bounds.MIN_RADIUS_M)
                    @Max(Bounds.MAX_RADIUS_M)
                    int radiusM,
            Limit limit) {
        PlaceQuery query = new PlaceQuery(q, new GeoPoint(lat, lng), radiusM, limit.value());
        return PlacesAnswer.of(query, lookups.search(query), lookups.places());
    }
}
