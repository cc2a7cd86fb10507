"""Countries, some regions and capitals, and the words for their peoples and languages. Data only."""

from __future__ import annotations

# One line a country: its names, then after "|" what its people and things are called.
_COUNTRIES = """
Afghanistan | Afghan Afghans
Albania | Albanian Albanians
Algeria | Algerian Algerians
Angola | Angolan Angolans
Argentina | Argentine Argentines Argentinian Argentinians Argentinean
Armenia | Armenian Armenians
Australia | Australian Australians Aussie Aussies
Austria | Austrian Austrians
Azerbaijan | Azerbaijani Azerbaijanis Azeri Azeris
Bahamas | Bahamian Bahamians
Bahrain | Bahraini Bahrainis
Bangladesh | Bangladeshi Bangladeshis
Barbados | Barbadian Barbadians
Belarus | Belarusian Belarusians
Belgium | Belgian Belgians
Belize | Belizean Belizeans
Benin | Beninese
Bhutan | Bhutanese
Bolivia | Bolivian Bolivians
Bosnia, Herzegovina | Bosnian Bosnians Bosniak Bosniaks
Botswana | Botswanan
Brazil | Brazilian Brazilians
Britain, United Kingdom, UK, England, Scotland, Wales | British Briton Britons English Scottish Scots Welsh Englishman
Brunei | Bruneian
Bulgaria | Bulgarian Bulgarians
Burkina Faso | Burkinabe
Burma, Myanmar | Burmese
Burundi | Burundian Burundians
Cambodia | Cambodian Cambodians Khmer
Cameroon | Cameroonian Cameroonians
Canada | Canadian Canadians
Chad | Chadian Chadians
Chile | Chilean Chileans
China, PRC | Chinese
Colombia | Colombian Colombians
Congo, DRC | Congolese
Costa Rica | Costa Rican Ricans Tico Ticos
Croatia | Croatian Croatians Croat Croats
Cuba | Cuban Cubans
Cyprus | Cypriot Cypriots
Czechia, Czech Republic | Czech Czechs
Denmark | Danish Dane Danes
Djibouti | Djiboutian
Dominican Republic | Dominican Dominicans
Ecuador | Ecuadorian Ecuadorians Ecuadorean
Egypt | Egyptian Egyptians
El Salvador | Salvadoran Salvadorans
Eritrea | Eritrean Eritreans
Estonia | Estonian Estonians
Ethiopia | Ethiopian Ethiopians
Fiji | Fijian Fijians
Finland | Finnish Finn Finns
France | French Frenchman
Gabon | Gabonese
Gambia | Gambian Gambians
Germany | German Germans
Ghana | Ghanaian Ghanaians
Greece | Greek Greeks
Greenland | Greenlandic
Guatemala | Guatemalan Guatemalans
Guinea | Guinean Guineans
Guyana | Guyanese
Haiti | Haitian Haitians
Honduras | Honduran Hondurans
Hong Kong | Hongkonger Hongkongers
Hungary | Hungarian Hungarians
Iceland | Icelandic
India | Indian Indians
Indonesia | Indonesian Indonesians
Iran | Iranian Iranians Persian
Iraq | Iraqi Iraqis
Ireland | Irish
Israel | Israeli Israelis
Italy | Italian Italians
Ivory Coast | Ivorian
Jamaica | Jamaican Jamaicans
Japan | Japanese
Jordan | Jordanian Jordanians
Kazakhstan | Kazakh Kazakhs
Kenya | Kenyan Kenyans
Kosovo | Kosovar Kosovars
Kuwait | Kuwaiti Kuwaitis
Kyrgyzstan | Kyrgyz
Laos | Laotian Lao
Latvia | Latvian Latvians
Lebanon | Lebanese
Lesotho | Basotho
Liberia | Liberian Liberians
Libya | Libyan Libyans
Lithuania | Lithuanian Lithuanians
Luxembourg | Luxembourgish
Madagascar | Malagasy
Malawi | Malawian Malawians
Malaysia | Malaysian Malaysians Malay Malays
Maldives | Maldivian
Mali | Malian Malians
Malta | Maltese
Mauritania | Mauritanian
Mauritius | Mauritian Mauritians
Mexico | Mexican Mexicans
Moldova | Moldovan Moldovans
Mongolia | Mongolian Mongolians
Montenegro | Montenegrin
Morocco | Moroccan Moroccans
Mozambique | Mozambican Mozambicans
Namibia | Namibian Namibians
Nepal | Nepali Nepalese
Netherlands, Holland | Dutch
New Zealand | Kiwi Kiwis
Nicaragua | Nicaraguan Nicaraguans
Niger | Nigerien
Nigeria | Nigerian Nigerians
North Korea, South Korea, Korea, DPRK | Korean Koreans
North Macedonia, Macedonia | Macedonian Macedonians
Norway | Norwegian Norwegians
Oman | Omani Omanis
Pakistan | Pakistani Pakistanis
Palestine, Gaza, West Bank | Palestinian Palestinians
Panama | Panamanian Panamanians
Papua New Guinea | Papuan
Paraguay | Paraguayan Paraguayans
Peru | Peruvian Peruvians
Philippines | Filipino Filipinos Philippine
Poland | Polish Pole Poles
Portugal | Portuguese
Puerto Rico | Puerto Rican
Qatar | Qatari Qataris
Romania | Romanian Romanians
Russia | Russian Russians
Rwanda | Rwandan Rwandans
Samoa | Samoan Samoans
Saudi Arabia, KSA | Saudi Saudis
Senegal | Senegalese
Serbia | Serbian Serbians Serb Serbs
Sierra Leone | Leonean
Singapore | Singaporean Singaporeans
Slovakia | Slovak Slovaks
Slovenia | Slovenian Slovenians
Somalia | Somali Somalis
South Africa | South African Africans
South Sudan, Sudan | Sudanese
Spain | Spanish Spaniard Spaniards
Sri Lanka | Sri Lankan Lankans
Suriname | Surinamese
Sweden | Swedish Swede Swedes
Switzerland | Swiss
Syria | Syrian Syrians
Taiwan | Taiwanese
Tajikistan | Tajik Tajiks
Tanzania | Tanzanian Tanzanians
Thailand | Thai Thais
Tibet | Tibetan Tibetans
Togo | Togolese
Tonga | Tongan Tongans
Trinidad, Tobago | Trinidadian
Tunisia | Tunisian Tunisians
Turkey, Türkiye | Turkish Turk Turks
Turkmenistan | Turkmen
Uganda | Ugandan Ugandans
Ukraine | Ukrainian Ukrainians
United Arab Emirates, UAE, Dubai, Abu Dhabi | Emirati Emiratis
United States, US, USA, America, United States of America | American Americans
Uruguay | Uruguayan Uruguayans
Uzbekistan | Uzbek Uzbeks
Vanuatu | Vanuatuan
Venezuela | Venezuelan Venezuelans
Vietnam, Viet Nam | Vietnamese
Yemen | Yemeni Yemenis
Zambia | Zambian Zambians
Zimbabwe | Zimbabwean Zimbabweans
Europe | European Europeans
Africa | African Africans
Asia | Asian Asians
Latin America, South America, North America, Central America | Latino Latinos Latina Hispanic
Middle East, Gulf, Maghreb, Sahel, Balkans, Caribbean, Scandinavia | Arab Arabs Kurd Kurds Kurdish Berber
Kurdistan, Kashmir, Catalonia, Crimea, Chechnya | Kashmiri Catalan Chechen Tatar Uyghur Uyghurs Uighur Rohingya
Washington, Moscow, Beijing, London, Paris, Berlin, Brussels, Tokyo, Seoul, Pyongyang | Western Westerners
Kyiv, Kiev, Tehran, Baghdad, Damascus, Jerusalem, Ankara, Cairo, Riyadh, Taipei, Delhi, New Delhi | Jewish Jews Muslim Muslims Hindu Hindus Sikh Sikhs Buddhist Buddhists Catholic Catholics Christians Democrats Republicans
Islamabad, Kabul, Canberra, Ottawa, Wellington, Pretoria, Nairobi, Abuja, Havana, Caracas, Rome, Madrid | Islamic Inuit Maori Māori
Warsaw, Budapest, Vienna, Athens, Lisbon, Stockholm, Oslo, Helsinki, Copenhagen, Geneva, New York | Indigenous Aboriginal Nations Tribes
California, Texas, Florida, Ohio, Virginia, Pennsylvania, Michigan, Georgia, Arizona, Illinois | Texan Californian Georgian Georgians Israelites Shia Shiite Sunni Shiites Sunnis Maasai Hutu Tutsi Zulu Yoruba Igbo Hausa Tigrayan Oromo Bengali Punjabi Tamil Tamils Sinhalese Pashtun Pashtuns Hazara Hazaras Yazidi Yazidis Druze Mayan Quechua Aymara Mapuche
"""


def _read(table: str) -> tuple[frozenset[str], frozenset[str]]:
    places: set[str] = set()
    peoples: set[str] = set()
    for line in table.strip().splitlines():
        names, _, words = line.partition("|")
        places.update(name.strip().lower() for name in names.split(","))
        peoples.update(words.lower().split())
    return frozenset(places), frozenset(peoples)


PLACES, PEOPLES = _read(_COUNTRIES)
"""Lower-case names of places (of one or several words), and words for peoples."""

ABBREVIATED_PLACES = frozenset(
    {"us", "u.s", "uk", "u.k", "usa", "u.s.a", "uae", "drc", "prc", "ksa"}
)
"""Countries' short forms; capitals only, for "us" is a pronoun."""
