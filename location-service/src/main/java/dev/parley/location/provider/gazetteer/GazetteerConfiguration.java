package dev.parley.location.provider.gazetteer;

import dev.parley.location.place.Geocoder;
import dev.parley.platform.settings.BadSetting;
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
                throw refuse(file);
            }
        } catch (IOException e) {
            throw refuse(file);
        }
    }

    private static BadSetting refuse(Path file) {
        return BadSetting.value("GAZETTEER_FILE", file.toString(), "a readable file of cities in GeoNames' format");
    }
}
