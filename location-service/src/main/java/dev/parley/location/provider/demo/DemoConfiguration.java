package dev.parley.location.provider.demo;

import dev.parley.location.place.Places;
import dev.parley.location.provider.TabbedResource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DemoConfiguration {
    static final List<String> CITIES = List.of("berlin", "paris", "austin", "singapore");

    @Bean
    Places demoPlaces() {
        return new DemoPlaces(bundled().toList(), new Categories());
    }

    static Stream<DemoPlace> bundled() {
        return CITIES.stream()
                .flatMap(city -> TabbedResource.read("/demo/" + city + ".tsv").stream())
                .map(DemoPlace::of);
    }
}
