package dev.parley.location.provider.gazetteer;

import dev.parley.location.place.Geocoder;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GazetteerSettings.class)
class GazetteerConfiguration {
    private static final Logger log = LoggerFactory.getLogger(GazetteerConfiguration.class);

    @Bean
    Geocoder gazetteer(GazetteerSettings settings) {
        Regions regions = new Regions();
        GazetteerBuilder builder = new GazetteerBuilder(regions);
        settings.path()
                .ifPresentOrElse(
                        file -> addFrom(file, regions, builder),
                        () -> BundledSettlements.cities().forEach(builder::add));
        BundledSettlements.neighbourhoods().forEach(builder::add);
        log.atInfo().addKeyValue("settlements", builder.size()).log("The gazetteer is loaded");
        return builder.build();
    }

    private static void addFrom(Path file, Regions regions, GazetteerBuilder builder) {
        try {
            GeoNamesFile.Report report = new GeoNamesFile(regions).read(file, builder::add);
            if (report.read() == 0) {
                throw new IllegalStateException("GAZETTEER_FILE: " + file + " has no city in GeoNames' format");
            }
        } catch (IOException e) {
            throw new IllegalStateException("GAZETTEER_FILE: " + file + " cannot be read", e);
        }
    }
}
