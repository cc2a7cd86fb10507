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
Warsaw, Budapest, Vienna, Athens, Lisbon, Stockholm, Oslo, Helsinki, Copenhagen, Geneva, New York | Indigenous Aboriginal Tribes
California, Texas, Florida, Ohio, Virginia, Pennsylvania, Michigan, Georgia, Arizona, Illinois | Texan Californian Georgian Georgians Israelites Shia Shiite Sunni Shiites Sunnis Maasai Hutu Tutsi Zulu Yoruba Igbo Hausa Tigrayan Oromo Bengali Punjabi Tamil Tamils Sinhalese Pashtun Pashtuns Hazara Hazaras Yazidi Yazidis Druze Mayan Quechua Aymara Mapuche
"""

_CITIES_AND_PROVINCES = """
Abidjan, Accra, Addis Ababa, Aden, Adelaide, Aleppo, Algiers, Almaty, Amman, Amsterdam, Antananarivo, Asmara, Astana,
Asunción, Atlanta, Auckland, Baku, Bali, Bamako, Bangkok, Bangui, Barcelona, Basra, Beirut, Belfast, Belgrade, Bengaluru,
Bangalore, Benghazi, Bern, Birmingham, Bishkek, Bogotá, Bogota, Bombay, Boston, Brasília, Bratislava, Brazzaville,
Brisbane, Bucharest, Buenos Aires, Bujumbura, Busan, Calcutta, Kolkata, Cali, Calgary, Cape Town, Cartagena, Casablanca,
Chennai, Chicago, Chisinau, Chittagong, Cologne, Colombo, Conakry, Cuenca, Cusco, Daegu, Dakar, Dallas, Damascus, Dar es
Salaam, Darwin, Denver, Detroit, Dhaka, Djibouti, Dodoma, Doha, Donetsk, Dublin, Durban, Dushanbe, Edinburgh, Erbil,
Frankfurt, Freetown, Fukushima, Gaborone, Georgetown, Glasgow, Guangzhou, Guatemala City, Guayaquil, Haifa, Hamburg,
Hangzhou, Hanoi, Harare, Hiroshima, Ho Chi Minh City, Honolulu, Houston, Hyderabad, Incheon, Istanbul, Jakarta, Jeddah,
Johannesburg, Juba, Kampala, Kandahar, Karachi, Kathmandu, Kharkiv, Khartoum, Kigali, Kingston, Kinshasa, Kobe, Kuala
Lumpur, Kyoto, Lagos, Lahore, La Paz, Las Vegas, Leeds, Leipzig, Libreville, Lilongwe, Lima, Liverpool, Ljubljana, Lomé,
Los Angeles, Luanda, Lusaka, Lyon, Macau, Male, Managua, Manama, Manchester, Manila, Maputo, Mariupol, Marseille, Mecca,
Medellín, Medina, Melbourne, Mexico City, Miami, Milan, Minsk, Mogadishu, Mombasa, Monrovia, Montevideo, Montreal, Mosul,
Mumbai, Munich, Muscat, Nagasaki, Nagoya, Naples, N'Djamena, New Orleans, Niamey, Nicosia, Nuku'alofa, Odesa, Odessa,
Osaka, Ouagadougou, Panama City, Perth, Peshawar, Philadelphia, Phnom Penh, Phoenix, Port-au-Prince, Port Moresby, Prague,
Pune, Quetta, Quito, Rabat, Raipur, Ramallah, Reykjavik, Riga, Rio de Janeiro, Rotterdam, San Francisco, San José, San Jose,
San Salvador, Sana'a, Sanaa, Santiago de Chile, São Paulo, Sao Paulo, Sapporo, Sarajevo, Seattle, Shanghai, Sharjah,
Shenzhen, Skopje, Sofia, Srebrenica, Srinagar, St Petersburg, St. Petersburg, Strasbourg, Stuttgart, Surabaya, Suva,
Tallinn, Tashkent, Tbilisi, Tegucigalpa, Tel Aviv, Tijuana, Tirana, Toronto, Tripoli, Tunis, Ulaanbaatar, Ulan Bator,
Valencia, Valletta, Vancouver, Venice, Vientiane, Vilnius, Vladivostok, Wuhan, Xi'an, Yangon, Yaoundé, Yerevan, Yokohama,
Zagreb, Zanzibar, Zaporizhzhia, Zurich,
Alabama, Alaska, Alberta, Andhra Pradesh, Anhui, Arkansas, Arunachal Pradesh, Assam, Bavaria, Bihar, British Columbia,
Chhattisgarh, Chiapas, Colorado, Connecticut, Delaware, Donbas, Fujian, Gansu, Goa, Guangdong, Guangxi, Gujarat, Hainan,
Haryana, Hawaii, Hebei, Heilongjiang, Henan, Himachal Pradesh, Hokkaido, Hubei, Hunan, Idaho, Indiana, Iowa, Jammu,
Jalisco, Jharkhand, Jiangsu, Jiangxi, Jilin, Kansas, Karnataka, Kentucky, Kerala, Khyber Pakhtunkhwa, KwaZulu-Natal,
Labrador, Ladakh, Liaoning, Louisiana, Madhya Pradesh, Maharashtra, Maine, Manipur, Manitoba, Maryland, Massachusetts,
Meghalaya, Minnesota, Mississippi, Missouri, Mizoram, Montana, Nagaland, Nebraska, Nevada, New Brunswick, New Hampshire,
New Jersey, New Mexico, New South Wales, Newfoundland, North Carolina, North Dakota, Nova Scotia, Nunavut, Oaxaca, Odisha,
Okinawa, Oklahoma, Ontario, Oregon, Puebla, Punjab, Quebec, Queensland, Rajasthan, Rhode Island, Saskatchewan, Saxony,
Shaanxi, Shandong, Shanxi, Sichuan, Sikkim, Sindh, Siberia, Sonora, South Australia, South Carolina, South Dakota,
Tamil Nadu, Tasmania, Telangana, Tennessee, Tigray, Tripura, Utah, Uttar Pradesh, Uttarakhand, Vermont, Veracruz, West
Bengal, West Virginia, Western Australia, Wisconsin, Wyoming, Xinjiang, Yucatán, Yucatan, Yukon, Yunnan, Zhejiang
"""


def _read(table: str) -> tuple[frozenset[str], frozenset[str]]:
    places: set[str] = set()
    peoples: set[str] = set()
    for line in table.strip().splitlines():
        names, _, words = line.partition("|")
        places.update(name.strip().lower() for name in names.split(","))
        peoples.update(words.lower().split())
    cities = " ".join(_CITIES_AND_PROVINCES.split())
    places.update(name.strip().lower() for name in cities.split(","))
    return frozenset(places), frozenset(peoples)


PLACES, PEOPLES = _read(_COUNTRIES)
"""Lower-case names of places (of one or several words), and words for peoples."""

ABBREVIATED_PLACES = frozenset(
    {
        "us",
        "u.s",
        "uk",
        "u.k",
        "usa",
        "u.s.a",
        "uae",
        "drc",
        "prc",
        "ksa",
        "nsw",
        "nwt",
        "n.w.t",
        "up",
        "j&k",
    }
)
"""Countries' short forms; capitals only, for "us" is a pronoun."""
