package dev.parley.platform.web;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads constants from parameters as clients write them, in small letters, like those of a body. */
@SuppressWarnings("rawtypes") // as the framework declares it
final class EnumWords implements ConverterFactory<String, Enum> {
    @Override
    public <E extends Enum> Converter<String, E> getConverter(Class<E> type) {
        return word -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such word"));
    }
}
